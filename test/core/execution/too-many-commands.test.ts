import { diagnose, findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { processorTime } from "../../support/processor-time.js";

/** A job whose first step has more commands than are followed, and whose last one starts Codex. */
function workflow(script: string, start: string, keys = "name: x"): string {
  const lines = script.split("\n").map((line) => `          ${line}\n`);
  return `on: push
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
      - run: |
          npm install -g @openai/codex@0.121.0
          mkdir -p /tmp/h
          printf 'model_provider = "p"\\n[model_providers.p]\\nname = "P"\\n' > /tmp/h/config.toml
      - run: |
${lines.join("")}      - ${keys}
        env: { CODEX_HOME: /tmp/h }
        run: ${start}
`;
}

const start = "awf --enable-api-proxy --env-all -- codex exec x";

function runsOf(text: string): readonly CodexRun[] {
  return findCodexRuns(parseWorkflow(text)).flatMap((run) => (run.ways.length > 0 ? run.ways : [run]));
}

/** The possible contents of config.toml. */
function configs(text: string): readonly string[] {
  const contents = runsOf(text)
    .flatMap(({ config }) => config)
    .map((content) =>
      (content ?? []).map((part) => (part.kind === "known" ? part.expanded.text.text : "?")).join(""),
    );
  return [...new Set(contents)];
}

const busy = Array.from({ length: 80 }, () => ":").join("; ");

const nestedLoops = "for i in {1..200}; do for j in {1..200}; do :; done; done";

const scripts = {
  "an endless loop": `while true; do ${busy}; done`,
  "deep recursion": `f() { [ "$1" = 0 ] || f $(( $1 - 1 )); }\nf 100`,
  "functions that call others twice": `${Array.from({ length: 40 }, (_, i) => `f${i}() { f${i + 1}; f${i + 1}; }`).join("\n")}\nf0`,
};

describe.each(Object.entries(scripts))("after %s", (_, script) => {
  test("Codex starts, and its configuration, variables, and version are unknown", () => {
    const text = workflow(script, start);
    const runs = runsOf(text);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(run.codexVersion).toBe("unknown");
      expect(run.earlierSetter).toBeDefined();
      expect(run.answers.map(({ about }) => about?.what)).toContain("a script that runs too many commands");
    }
    expect(configs(text)).toEqual(["?"]);
  });

  test("the origin is reported", () => {
    const findings = diagnose(workflow(script, start), { outcomes: ["undetermined", "direct", "refused"] });
    expect(findings).toMatchObject([
      {
        kind: "undeterminedFile",
        data: {
          cause: expect.stringMatching(
            /^what a script that runs too many commands writes \(line \d+\)$/,
          ) as string,
        },
      },
    ]);
  });

  test("a start in the same script is found", () => {
    expect(configs(workflow(`${script}\n${start}`, "true"))).toEqual(["?"]);
    expect(configs(workflow(`main() {\n${script}\n${start}\n}\nmain`, "true"))).toEqual(["?"]);
  });

  test("files that later steps write are known", () => {
    const text = workflow(script, `mkdir -p /tmp/h; echo a > /tmp/h/config.toml; ${start}`);
    expect(configs(text)).toEqual(["a\n"]);
  });

  test("files that the same script writes are unknown, because it may end before", () => {
    const write = "mkdir -p /tmp/h\necho a > /tmp/h/config.toml";
    for (const keys of ["name: x", "if: always()"]) {
      expect(configs(workflow(`${script}\n${write}`, start, keys))).toEqual(["?"]);
      expect(configs(workflow(`${write}\n${script}`, start, keys))).toEqual(["?"]);
    }
  });

  test("the step may never end, or fail", () => {
    for (const keys of ["name: x", "if: always()"])
      for (const run of runsOf(workflow(script, start, keys)))
        expect(run.answers.map(({ question }) => question).join()).toContain("end ");
    const failing = workflow(script, start, "if: failure()");
    expect(configs(failing)).toEqual(["?"]);
  });
});

test("many steps with too many commands do not take long", () => {
  const step = `      - run: |\n          ${nestedLoops}\n          f() { f; f; }; f\n          ${start}\n`;
  const text = workflow("true", start) + step.repeat(40);
  const started = processorTime();
  expect(findCodexRuns(parseWorkflow(text))).toHaveLength(41);
  expect(processorTime() - started).toBeLessThan(10_000);
});

describe("too many ways through a command", () => {
  const words = Array.from({ length: 7 }, (_, index) => `$([ "$GITHUB_X${index}" = x ] && echo x)`).join(" ");

  test("do not hide a start of Codex behind a single answer", () => {
    const which = "case $GITHUB_A in 1) echo 1;; 2) echo 2;; 3) echo 3;; *) echo other;; esac";
    const script = `f() { if [ "$1" = other ]; then ${start}; fi; }\nf $(${which}) ${words}`;
    expect(runsOf(workflow(script, "true")).length).toBeGreaterThan(0);
    const branches = Array.from({ length: 55 }, (_, index) => `${index}) ;; `).join("");
    expect(runsOf(workflow(`case $GITHUB_A in ${branches}*) ${start};; esac`, "true"))).toHaveLength(1);
  });

  test("may end a script like the ways that are followed", () => {
    const text = workflow(
      `: ${words} \${GITHUB_A:?}\nmkdir -p /tmp/h; echo a > /tmp/h/config.toml`,
      start,
      "if: always()",
    );
    expect(configs(text)).toContain("?");
  });
});
