import { codexOutcome } from "@gh-aw-lint/core";
import type { RuleTester } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { executeCodex, installCodex, type ExecuteCodex } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";

interface Command extends ExecuteCodex {
  readonly version?: string;
  readonly toml?: string;
}

/** A job that runs a Codex command in AWF. */
function running(codex: string, { version = "0.144.5", toml = "", ...execute }: Command = {}): string {
  const configure = {
    name: "Configure Codex",
    run: `mkdir -p /tmp/gh-aw/mcp-config\ncat > /tmp/gh-aw/mcp-config/config.toml << 'EOF'\n${toml}${providerBlock}EOF\n`,
  };
  return workflow({
    header: { agent_id: "codex" },
    jobs: { agent: [installCodex(version), configure, executeCodex({ codex, ...execute })] },
  });
}

const before = 'codex ${M:+-c model="$M" }exec -c web_search="disabled" "hi"';
const after = 'codex exec${M:+ -c model="$M"} -c web_search="disabled" "hi"';
const M = "gpt-5.4";

/** An invalid case whose message contains these words. */
function forgotten(
  name: string,
  code: string,
  output: string | null,
  words: string,
): RuleTester.InvalidTestCase {
  return { name, code, output, errors: [{ message: new RegExp(words.replace(/[$`.*]/g, "\\$&")) }] };
}

const ofModel = "uses its default model, not `gpt-5.4`:";

const movedFlags: readonly (readonly [before: string, after: string])[] = [
  ["codex ${M:+-c model=$M }exec -c a=b hi", "codex exec${M:+ -c model=$M} -c a=b hi"],
  ['codex ${M:+--config model="$M"} exec -c a=b hi', 'codex exec${M:+ --config model="$M"} -c a=b hi'],
  ['codex ${M+-c model="$M" }e --config=a=b hi', 'codex e${M+ -c model="$M"} --config=a=b hi'],
  ["codex -c model=gpt-5.4 exec -ca=b hi", "codex exec -c model=gpt-5.4 -ca=b hi"],
  ["codex --config=model=gpt-5.4 exec -c a=b hi", "codex exec --config=model=gpt-5.4 -c a=b hi"],
  ['codex --search -c "model=gpt-5.4"   exec hi -c a=b', 'codex --search exec -c "model=gpt-5.4" hi -c a=b'],
  [
    'node codex_harness.cjs codex ${M:+-c model="$M" }exec -c a=b hi',
    'node codex_harness.cjs codex exec${M:+ -c model="$M"} -c a=b hi',
  ],
  [
    'codex ${M:+-c model="$M" }exec${N:+ --color "$N"} -c a=b hi',
    'codex exec${M:+ -c model="$M"}${N:+ --color "$N"} -c a=b hi',
  ],
];

/** A flag on a line of its own, which goes with its backslash. */
const ownLines: readonly (readonly [name: string, before: string, after: string])[] = [
  ["one", "codex \\\n  -c model=gpt-5.4 \\\n  exec -c a=b hi", "codex \\\n  exec -c model=gpt-5.4 -c a=b hi"],
  [
    "several",
    "codex \\\n  --search -c model=gpt-5.4 \\\n  exec -c a=b hi",
    "codex \\\n  --search \\\n  exec -c model=gpt-5.4 -c a=b hi",
  ],
  [
    "a conditional one",
    'codex \\\n  ${M:+-c model="$M"} \\\n  exec -c a=b hi',
    'codex \\\n  exec${M:+ -c model="$M"} -c a=b hi',
  ],
];

ruleTester.run("codex-flag-before-exec", ghAw.rules["codex-flag-before-exec"], {
  valid: [
    { name: "after exec", code: running(after, { env: { M } }) },
    { name: "no flag after exec", code: running('codex ${M:+-c model="$M" }exec hi', { env: { M } }) },
    ...["0.166.0", "0.169.0", "latest", "${{ vars.CODEX }}"].map((version) => ({
      name: `Codex ${version}`,
      code: running(before, { version, env: { M } }),
    })),
    { name: "a variable that is empty", code: running(before, { env: { M: "" } }) },
    { name: "a variable that the step does not set", code: running(before) },
    { name: "a model after exec", code: running("codex -c model=a exec -c model=b hi") },
    {
      name: "an option for the model after exec",
      code: running("codex -c model=a exec -c x=y --model b hi"),
    },
    {
      name: "the model that config.toml sets",
      code: running(before, { env: { M }, toml: `model = "${M}"\n` }),
    },
    { name: "`--model`, which is kept", code: running("codex --model gpt-5.4 exec -c a=b hi") },
    { name: "a Codex version that cannot be installed", code: running(before, { version: M, env: { M } }) },
    ...(["v0.42.0"] as const).map((compiler) => ({
      name: compiler,
      code: lockFile({ compiler, codex: "0.169.0" }),
    })),
  ],
  invalid: [
    forgotten("a model", running(before, { env: { M } }), running(after, { env: { M } }), ofModel),
    forgotten(
      "a model known only at run time",
      running(before, { env: { M: "${{ vars.MODEL || '' }}" } }),
      running(after, { env: { M: "${{ vars.MODEL || '' }}" } }),
      "uses its default model, not that of `M`: a `-c` after `exec` discards those before it. Move the flag after `exec`. See",
    ),
    forgotten(
      "next to a model that config.toml sets",
      running(before, { env: { M }, toml: 'model = "gpt-5"\n' }),
      running(after, { env: { M }, toml: 'model = "gpt-5"\n' }),
      "uses `gpt-5`, not `gpt-5.4`:",
    ),
    forgotten(
      "another key",
      running("codex -c model_reasoning_effort=high exec -c a=b hi"),
      running("codex exec -c model_reasoning_effort=high -c a=b hi"),
      "ignores `-c model_reasoning_effort=...`:",
    ),
    forgotten(
      "the elements of an array",
      running('args=(-c model=gpt-5.4); codex "${args[@]}" exec -c a=b hi'),
      null,
      ofModel,
    ),
    forgotten(
      "with the API proxy off",
      running(before, { proxy: "none", env: { M } }),
      running(after, { proxy: "none", env: { M } }),
      ofModel,
    ),
    ...["0.101.0", "0.118.0", "0.163.0"].map((version) =>
      forgotten(
        `Codex ${version}`,
        running(before, { version, env: { M } }),
        running(after, { version, env: { M } }),
        ofModel,
      ),
    ),
    ...movedFlags.map(([from, to]) =>
      forgotten(
        from,
        running(from, { env: { M, N: "never" } }),
        running(to, { env: { M, N: "never" } }),
        ofModel,
      ),
    ),
    ...ownLines.map(([name, from, to]) =>
      forgotten(
        `flags on a line of their own: ${name}`,
        running(from, { env: { M } }),
        running(to, { env: { M } }),
        ofModel,
      ),
    ),
    {
      name: "two flags, one after the other",
      code: running("codex -c a=1 -c model=m exec -c c=d hi"),
      output: running("codex -c model=m exec -c a=1 -c c=d hi"),
      errors: [{ messageId: "forgottenFlag" }, { messageId: "forgottenModel" }],
    },
  ],
});

test.each(["0.120.0", "0.163.0"])("Codex %s reads the moved flag", (codexVersion) => {
  const select = ["-c", "model_provider=openai-proxy"];
  const outcome = (...args: readonly string[]): string =>
    codexOutcome({ config: providerBlock.replace(/^model_provider .*\n/m, ""), codexVersion, args }).outcome;
  expect(outcome(...select, "exec", "-c", "a=b", "hi")).not.toBe("proxied");
  expect(outcome("exec", ...select, "-c", "a=b", "hi")).toBe("proxied");
});
