import { findCodexRuns, mayRunCodex, parseWorkflow } from "@gh-aw-lint/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkflow } from "../../../packages/core/src/runs/index.js";
import { parseWholeWorkflow } from "../../../packages/core/src/workflow/parse-workflow.js";
import { otherEngineFile, type Mention } from "../../bench/lock-files/other-engine-file.js";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { expectProperty } from "../../support/property.js";
import { labelledFiles } from "../../support/shared.js";
import { workflow, type Step } from "../../support/workflow.js";

function mayRun(steps: readonly Step[], top = ""): boolean | undefined {
  return parseWorkflow(top + workflow({ jobs: { agent: steps } })).jobs[0]?.mayMatter;
}

const prompt: Step = { name: "Prompt", run: "cat << EOF > prompt.txt\ncodex exec\nEOF\n" };
const awf = (command: string): Step => ({ name: "Execute", run: `sudo -E awf --env-all -- ${command}` });

describe("a job may run Codex in AWF", () => {
  test.each<[string, Step[], string?]>([
    ["whose step names both", [awf("codex exec")]],
    ["whose step sets `CODEX_HOME`", [{ ...awf("wrapper"), env: { CODEX_HOME: "/tmp" } }]],
    ["that gets the command from a workflow variable", [awf("$AGENT")], "env:\n  AGENT: codex exec\n"],
    [
      "that gets the command from a variable in a flow mapping",
      [{ ...awf("$AGENT"), env: { A: "b" } }],
      "env: { AGENT: codex, B: c }\n",
    ],
    [
      "that gets AWF's name from a variable",
      [
        { name: "Install", run: "bash install_awf_binary.sh v0.25.20" },
        { name: "Execute", run: "sudo -E $WALL --env-all -- codex exec" },
      ],
      "env:\n  WALL: awf\n",
    ],
    [
      "that gets AWF's name from `$GITHUB_ENV`",
      [
        { name: "a", run: "echo A=awf >> $GITHUB_ENV" },
        { name: "b", run: "$A -- codex exec" },
      ],
    ],
    [
      "that gets the command from `$GITHUB_ENV`",
      [{ name: "a", run: 'echo A="codex exec" >> $GITHUB_ENV' }, awf("$A")],
    ],
    ["that pipes another step's script into Bash", [prompt, awf("-c 'cat prompt.txt | bash'")]],
    [
      "that pipes another step's script into Bash over two lines",
      [prompt, { name: "Execute", run: "cat prompt.txt |\n  sudo awf -- bash\n" }],
    ],
    [
      "that redirects another step's script to a group of commands",
      [prompt, { name: "Execute", run: "{\n  sudo awf -- bash\n} < prompt.txt\n" }],
    ],
    [
      "that pipes another step's script into Bash after an escaped tab",
      [prompt, { name: "Execute", run: '"true\\ncat prompt.txt | sudo awf --\\tbash\\n"' }],
    ],
    ["that gets the command from `xargs`", [prompt, { name: "Execute", run: "xargs awf -- < prompt.txt" }]],
    ["that redirects another step's script to Bash", [prompt, awf("bash < prompt.txt")]],
    ["that runs another step's script with Bash", [prompt, awf("bash prompt.txt")]],
    ["that runs another step's script", [prompt, awf("./prompt.txt")]],
    ["that runs another step's script by its absolute path", [prompt, awf("/tmp/prompt.txt")]],
    ["that reads another step's script into Bash", [prompt, awf("bash -c '. prompt.txt'")]],
    [
      "that runs another step's script by its name alone",
      [
        { name: "Wrapper", run: "cat << EOF > /usr/local/bin/agent\n#!/bin/sh\ncodex exec\nEOF\n" },
        awf("agent"),
      ],
    ],
    [
      "that runs another step's script within `bash -c`",
      [{ name: "Wrapper", run: "echo codex exec > agent; chmod +x agent" }, awf("bash -c './agent'")],
    ],
    [
      "that runs Codex with another step's program, which calls AWF",
      [
        { name: "Sandbox", run: `cat << 'EOF' > box\n#!/bin/sh\nsudo -E awf --env-all -- "$@"\nEOF\n` },
        { name: "Execute", run: "./box codex exec" },
      ],
    ],
    [
      "that runs a gh-aw script that another step overwrites",
      [
        { name: "a", run: `cd "$RUNNER_TEMP/gh-aw/actions"\ncat << EOF > start_awf.sh\ncodex exec\nEOF\n` },
        { name: "b", run: 'bash "${RUNNER_TEMP}/gh-aw/actions/start_awf.sh"' },
      ],
    ],
    [
      "that runs a script in a folder that is not gh-aw's",
      [prompt, { name: "b", run: 'bash "${FOLDER}/gh-aw/actions/start_awf.sh"' }],
    ],
    [
      "that gets the engine's name from a step's output",
      [
        { name: "Engine", run: 'echo "engine=codex" >> "$GITHUB_OUTPUT"' },
        awf("${{ steps.a.outputs.engine }}"),
      ],
    ],
  ])("%s", (_, steps, top) => {
    expect(mayRun(steps, top)).toBe(true);
  });
});

describe("a job does not run Codex in AWF", () => {
  test.each<[string, Step[]]>([
    ["without AWF", [{ name: "a", run: "codex exec" }]],
    ["if only the prompt names Codex", [prompt, awf(`claude "$(cat prompt.txt)"`)]],
    [
      "if only the prompt names Codex, and the scripts are gh-aw's own",
      [
        { name: "Install", run: 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.28.4' },
        prompt,
        awf(`claude "$(cat prompt.txt)"`),
      ],
    ],
    [
      "if a shell appears only in a shebang or in a host name",
      [
        { name: "Install", run: 'cat << EOF > bin/awf\n#!/bin/bash\nexec node awf.js "$@"\nEOF\n' },
        prompt,
        { name: "Execute", run: `sudo awf --allow-domains '"sh.rustup.rs"' -- claude "$(cat prompt.txt)"` },
      ],
    ],
    ["if it only lists Codex models", [awf(`copilot --models gpt-5-codex,"codex":`)]],
  ])("%s", (_, steps) => {
    expect(mayRun(steps)).toBe(false);
  });
});

test("a job may run Codex in AWF that gets the command from another job's output", () => {
  const text = workflow({
    jobs: {
      engine: [{ name: "Engine", run: 'echo "name=codex" >> "$GITHUB_OUTPUT"' }],
      agent: [awf("${{ needs.engine.outputs.name }} exec")],
    },
  });
  expect(mayRunCodex(text)).toBe(true);
  expect(parseWorkflow(text).jobs.map(({ mayMatter }) => mayMatter)).toEqual([false, true]);
});

const compiled = "# This file was automatically generated by gh-aw. DO NOT EDIT.\n";

describe("a compiled file does not run Codex in AWF", () => {
  test("if only the prompt of another engine names Codex", () => {
    const text = compiled + workflow({ jobs: { agent: [prompt, awf(`claude "$(cat prompt.txt)"`)] } });
    expect(mayRunCodex(text)).toBe(false);
  });

  test.each<[string, string]>([
    ["a variable of the job", "    env:\n      ENGINE: codex\n"],
    ["a matrix", "    strategy:\n      matrix:\n        include:\n          - engine: codex\n"],
  ])("except with %s that names it", (_, lines) => {
    const text = compiled + workflow({ jobs: { agent: [prompt, awf("$ENGINE exec")] } });
    expect(mayRunCodex(text.replace("    steps:\n", `${lines}    steps:\n`))).toBe(true);
    expect(mayRunCodex(text.concat(lines))).toBe(true);
  });

  test("unless it may have an anchor", () => {
    const text = compiled + workflow({ jobs: { agent: [prompt, awf("claude")] } });
    expect(mayRunCodex(text.replace("run: |", "run: &script |"))).toBe(true);
  });

  test("unless its steps are indented otherwise", () => {
    const text = compiled + workflow({ jobs: { agent: [prompt, awf("claude")] } });
    expect(mayRunCodex(text.replaceAll(/^ {6,}/gm, (spaces) => spaces.slice(2)))).toBe(true);
  });
});

test("no run of random jobs is overlooked", () => {
  const step = fc.constantFrom<Step>(
    prompt,
    { name: "Write", run: "echo 'codex exec hi' > run.sh" },
    { name: "Copy", run: "cp prompt.txt run.sh" },
    { name: "Engine\n        id: engine", run: 'echo "name=codex" >> "$GITHUB_OUTPUT"' },
    { name: "Export", run: 'echo "ENGINE=codex" >> "$GITHUB_ENV"' },
    { name: "Firewall", run: 'echo "WALL=awf" >> "$GITHUB_ENV"' },
    awf("codex exec hi"),
    awf("$ENGINE exec hi"),
    awf("${{ steps.engine.outputs.name }} exec hi"),
    awf("${{ needs.a.outputs.name }} exec hi"),
    awf("bash run.sh"),
    awf("bash < run.sh"),
    awf("claude"),
    { name: "Wall", run: "sudo -E $WALL --env-all -- codex exec hi" },
    { name: "Pipe", run: "cat run.sh | bash" },
  );
  const steps = fc.array(step, { minLength: 1, maxLength: 4 });
  const around = fc.constantFrom(
    "",
    "    env:\n      ENGINE: codex\n",
    "    needs:\n      - a\n",
    "    outputs:\n      name: ${{ steps.engine.outputs.name }}\n",
  );
  const start = fc.constantFrom("", compiled);
  let skipped = 0;
  expectProperty(
    fc.property(start, steps, steps, around, around, (comment, a, b, ofA, ofB) => {
      const jobs = workflow({ jobs: { a, b } }).split("    steps:\n");
      const text = comment + [jobs[0], ofA, "    steps:\n", jobs[1], ofB, "    steps:\n", jobs[2]].join("");
      const runs = findCodexRuns(parseWholeWorkflow(text)).length;
      if (!mayRunCodex(text)) skipped++;
      expect(mayRunCodex(text) ? findCodexRuns(readWorkflow(text)).length : 0).toBe(runs);
    }),
  );
  expect(skipped).toBeGreaterThan(0);
});

test("a job that is not parsed never runs Codex", () => {
  const mentions: readonly Mention[] = ["models, escaped", "models, plain", "prompt", "none"];
  const texts = [
    ...(Object.keys(generations) as Compiler[]).map((compiler) => lockFile({ compiler })),
    ...mentions.map((mention) => otherEngineFile(mention, 20_000)),
    ...labelledFiles().map(({ text }) => text),
  ];
  let skipped = 0;
  for (const text of texts) {
    const runs = findCodexRuns(parseWholeWorkflow(text));
    if (!mayRunCodex(text)) expect(runs).toEqual([]);
    for (const { id, mayMatter } of parseWorkflow(text).jobs) {
      if (mayMatter) continue;
      skipped++;
      expect(runs.some(({ job }) => job.id === id)).toBe(false);
    }
  }
  expect(skipped).toBeGreaterThan(5);
});
