import { findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, script, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { outcomesWithHome, withoutProvider } from "../../support/prepared-home.js";

/** The Codex runs of a step with these keys after the given steps. */
function runsOf(steps: string, keys: string): readonly CodexRun[] {
  const text = `on: push
env: { CODEX_HOME: /tmp/h }
jobs:
  agent:
    steps:
${steps}
      - ${keys}
        run: awf --env-all -- codex exec x
`;
  return findCodexRuns(parseWorkflow(text));
}

/** The possible contents of config.toml in these runs. */
function configs(steps: string, keys: string): readonly (string | undefined)[] {
  const contents = runsOf(steps, keys)
    .flatMap(({ config }) => config)
    .map((content) =>
      content?.map((part) => (part.kind === "known" ? part.expanded.text.text : "?")).join(""),
    );
  return [...new Set(contents)];
}

/** The questions that are answered before Codex starts. */
function answers(steps: string, keys: string): readonly string[] {
  return runsOf(steps, keys).flatMap(({ answers }) => answers.map(({ question }) => question));
}

const write = "mkdir -p /tmp/h; echo a > /tmp/h/config.toml";

describe("a command that may fail", () => {
  test("has effects on both ways if Codex also starts after a failure", () => {
    const steps = `      - run: |\n          test -e /nonexistent\n          ${write}`;
    expect(configs(steps, "if: always()").toSorted()).toEqual(["a\n", undefined]);
    expect(configs(steps, "name: x")).toEqual(["a\n"]);
    expect(configs(steps, "if: failure()")).toEqual([undefined]);
  });

  test("has effects on both ways if its failure is tolerated", () => {
    const steps = `      - continue-on-error: true\n        run: |\n          grep -q x /etc/hosts\n          ${write}`;
    expect(configs(steps, "name: x").toSorted()).toEqual(["a\n", undefined]);
  });

  test.each([
    ["${{ github.event_name == 'push' }}", ["a\n"]],
    ["${{ github.event_name != 'push' }}", []],
    ["${{ vars.SOFT == 'yes' }}", ["a\n"]],
  ])("ends the job unless the step has `continue-on-error: %s`", (continues, expected) => {
    const steps = `      - run: ${write}\n      - continue-on-error: ${continues}\n        run: exit 3`;
    expect(configs(steps, "name: x")).toEqual(expected);
  });

  test("splits the ways if it is the last command of a script that continues after failures", () => {
    const script = "set +e\n          test -e /nonexistent";
    const steps = `      - run: |\n          ${script}\n      - run: ${write}`;
    expect(configs(steps, "if: always()").toSorted()).toEqual(["a\n", undefined]);
    expect(configs(steps, "name: x")).toEqual(["a\n"]);
    expect(answers(steps, "name: x")).not.toEqual([]);
    expect(answers(steps.replace(script, `${script}; true`), "name: x")).toEqual([]);
  });

  test.each(["cp -n /etc/a /etc/b", "cp -u /etc/a /etc/b", "cp -n /etc/a /etc/a", "mv -n /etc/a /etc/b"])(
    "splits the ways if it copies a file that may be missing: %s",
    (copy) => {
      const steps = `      - run: ${copy}\n      - run: ${write}`;
      expect(configs(steps, "if: always()").toSorted()).toEqual(["a\n", undefined]);
    },
  );

  test("is assumed to succeed if it is an install", () => {
    const steps = `      - run: |\n          npm install -g @openai/codex@0.121.0\n          ${write}`;
    expect(configs(steps, "if: always()")).toEqual(["a\n"]);
  });

  test("is assumed to succeed if it is an install, also if a command of a step decides by it", () => {
    const steps = `      - run: npm install -g @openai/codex@0.121.0 && mkdir -p /tmp/h\n      - run: echo a > /tmp/h/config.toml`;
    expect(configs(steps, "name: x")).toEqual(["a\n"]);
  });

  const failing = "{ test -e /nonexistent; echo a > /tmp/h/config.toml; }";

  test.each([
    `${failing} | cat`,
    `set +e -o pipefail; (set -e; ${failing}) | cat; true`,
    `${failing} & wait`,
    `cat < <${failing.replace("{", "(").replace("; }", ")")}`,
    `bash -ec '${failing}' || true`,
    `set +e; bash -ec '${failing}'; true`,
    `set +e; (set -e; ${failing}); true`,
    `set +e; (bash -ec '${failing}'; true)`,
    `echo $(set -e; ${failing})`,
    `set +e; X=$(set -e; ${failing}); true`,
    `! bash -ec '${failing}' || true`,
    `if bash -ec '${failing}'; then true; fi`,
    `set +e; env A=b bash -ec '${failing}'; true`,
    `printf '%s\\n' 'set -e' '${failing}' > /tmp/x.sh; chmod +x /tmp/x.sh; /tmp/x.sh || true`,
    `script -qc "bash -ec '${failing}'" /dev/null`,
    `sh -ec 'echo $(${failing})'`,
    `sh -ec 'X=$(${failing}) || true'`,
  ])("has effects on both ways if only its process ends: %s", (command) => {
    const steps = `      - run: |\n          mkdir -p /tmp/h\n          ${command}`;
    expect(configs(steps, "name: x").toSorted()).toEqual(["a\n", undefined]);
  });

  test.each([
    `trap 'exit 0' EXIT; ${failing}`,
    `trap 'exit 0' ERR; ${failing}`,
    `finish() { rm -f /tmp/x; exit 0; }; trap finish EXIT; ${failing}`,
    `trap 'exit 0' EXIT; (${failing})`,
    `trap 'exit 0' ERR; bash -ec '${failing}'`,
  ])("has effects on both ways if a trap may hide its failure: %s", (command) => {
    const steps = `      - run: |\n          mkdir -p /tmp/h\n          ${command}`;
    expect(configs(steps, "name: x").toSorted()).toEqual(["a\n", undefined]);
  });

  test("may end a container of AWF whose status is looked at", () => {
    const script = `mkdir -p /tmp/h\n          awf 'set -e; ${failing}'`;
    const steps = (after: string): string => `      - run: |\n          ${script}${after}`;
    expect(configs(steps(" || true"), "name: x")).toEqual(["?"]);
    expect(configs(steps(""), "name: x")).toEqual(["a\n"]);
  });

  test("has a failure that a trap follows", () => {
    const steps = `      - run: |\n          mkdir -p /tmp/h\n          trap 'echo b > /tmp/h/config.toml; exit 0' ERR\n          ${failing}`;
    expect(configs(steps, "name: x").toSorted()).toEqual(["a\n", "b\n"]);
  });

  test.each([
    failing,
    `trap 'rm -f /tmp/x' EXIT ERR; ${failing}`,
    `clean() { rm -f /tmp/x; }; trap clean EXIT; (${failing})`,
    `(${failing})`,
    `bash -ec '${failing}'`,
    `set -o pipefail; ${failing} | cat`,
    `true | ${failing}`,
  ])("has succeeded if its failure ends the step: %s", (command) => {
    const steps = `      - run: |\n          mkdir -p /tmp/h\n          ${command}`;
    expect(configs(steps, "name: x")).toEqual(["a\n"]);
  });

  test("is still taken into account if there are too many ways", () => {
    const unknown = Array.from(
      { length: 3 },
      (_, index) =>
        `          if test -e /none/${String(index)}; then echo ${String(index)}; else echo x; fi > /tmp/${String(index)}`,
    );
    const steps = `      - run: |\n          ${write}\n          test -e /nonexistent\n          echo b > /tmp/h/config.toml
      - if: always()\n        run: |\n${unknown.join("\n")}`;
    expect(answers(steps, "name: x")).toContain("if ");
  });
});

describe("an unknown text in a comparison of numbers", () => {
  const compares = (comparison: string): string =>
    `      - env: { N: "\${{ vars.COUNT }}" }\n        run: |\n          mkdir -p /tmp/h; set -u\n          ${comparison} || echo a > /tmp/h/config.toml; echo a > /tmp/h/config.toml`;

  test.each(["[[ $N -ge 3 ]]", "[[ 3 -lt $N ]]", "(( N > 3 ))", "(( $N > 3 ))"])(
    "may name an unset variable, which ends a script with `set -u`: %s",
    (comparison) => {
      expect(configs(compares(comparison), "if: always()").toSorted()).toEqual(["a\n", undefined]);
      expect(configs(compares(comparison), "name: x")).toEqual(["a\n"]);
      expect(configs(compares(comparison).replace("set -u", "set +u"), "if: always()")).toEqual(["a\n"]);
    },
  );

  test("is not evaluated by `[`", () => {
    expect(configs(compares('[ "$N" -ge 3 ]'), "if: always()")).toEqual(["a\n"]);
  });
});

describe("a loop that may never end", () => {
  const endless = (body: string): string =>
    `      - run: |\n          ${write}\n          N=0\n          until [ "$N" = x ]; do ${body}; done`;

  test("may prevent the start of Codex", () => {
    expect(answers(endless("N=$((N + 1))"), "name: x").join()).toContain("end ");
    expect(configs(endless("N=x"), "name: x")).toEqual(["a\n"]);
    expect(answers(endless("N=x"), "name: x")).toEqual([]);
  });
});

test("a script that waits for a coprocess may never end", () => {
  const afterFailure = [withoutProvider, start].map((step) =>
    step.replace("- run", "- if: failure()\n  run"),
  );
  expect(outcomesWithHome(install, script("coproc cat", "wait"), ...afterFailure)).toEqual([
    expect.stringMatching("^undetermined "),
  ]);
  expect(outcomesWithHome(install, script("coproc cat"), ...afterFailure)).toEqual([]);
});

describe("a folder that may not exist", () => {
  const steps =
    "      - uses: someone/setup@v1\n      - continue-on-error: true\n        run: echo a > /tmp/h/config.toml";

  test("may prevent the creation of a file", () => {
    expect(configs(steps, "env: { CODEX_HOME: /tmp/h }").toSorted()).toEqual(["?", "a\n"]);
  });

  test("exists if a step creates it, or if every runner has it", () => {
    const made = steps.replace("run: ", "run: mkdir -p /tmp/h; ");
    expect(configs(made, "env: { CODEX_HOME: /tmp/h }")).toEqual(["a\n"]);
    const ofRunner = steps.replace("/tmp/h", "/tmp");
    expect(configs(ofRunner, "env: { CODEX_HOME: /tmp }")).toEqual(["a\n"]);
  });
});

test("a conditional step without effects does not split the ways", () => {
  const text = `on: push
env: { CODEX_HOME: /tmp/h }
jobs:
  agent:
    steps:
      - run: echo a
      - if: vars.HAS_GREETING == 'true'
        run: echo b
      - if: vars.HAS_CONFIGURATION == 'true'
        run: ${write}
      - run: awf --env-all -- codex exec x
`;
  const [run] = findCodexRuns(parseWorkflow(text));
  const questions = run?.ways.flatMap(({ answers }) => answers.map(({ question }) => question));
  expect(new Set(questions)).toEqual(new Set(["if vars.HAS_CONFIGURATION == true"]));
});

test("a variable for logging does not split the ways, but another variable does", () => {
  const waysWith = (name: string): number | undefined => {
    const text = `on: push
env: { CODEX_HOME: /tmp/h }
jobs:
  agent:
    steps:
      - env:
          ${name}: \${{ runner.debug == 1 && 'trace' || 'warn' }}
        run: awf --env-all -- codex exec x
`;
    return findCodexRuns(parseWorkflow(text))[0]?.ways.length;
  };
  expect(waysWith("RUST_LOG")).toBe(0);
  expect(waysWith("MODE")).toBe(2);
});

test("a folder that only root may create is not known to be created", () => {
  const prepares = (make: string): string =>
    script(
      "folder=/etc/agents",
      `${make} || folder=~/.codex`,
      "mkdir -p ~/.codex",
      `echo 'openai_base_url = "http://172.30.0.30:10000"' | sudo tee $folder/config.toml`,
    );
  expect(outcomes(job([], install, prepares("mkdir -p $folder"), start))).toEqual([
    "undetermined undeterminedCondition",
  ]);
  expect(outcomes(job([], install, prepares("sudo mkdir -p $folder && touch $folder/x"), start))).toEqual([
    "undetermined undeterminedCondition",
  ]);
  expect(outcomes(job([], install, prepares("sudo mkdir -p $folder"), start))).toEqual(["direct noProvider"]);
});
