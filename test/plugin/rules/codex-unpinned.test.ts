import ghAw from "eslint-plugin-gh-aw";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { executeCodex, installCodex } from "../../support/steps.js";
import { positionOf, workflow, type Step } from "../../support/workflow.js";

const latest = lockFile({ detection: false, codex: "latest" });
const run = executeCodex();

function compiledFor(version: string | undefined, ...steps: Step[]): string {
  const header = { agent_id: "codex", ...(version !== undefined && { engine_versions: { codex: version } }) };
  return workflow({ header, jobs: { agent: steps } });
}

function install(words: string): Step {
  return { name: "Install", run: words };
}

ruleTester.run("codex-unpinned", ghAw.rules["codex-unpinned"], {
  valid: [
    { name: "a version", code: lockFile({ codex: "0.121.0" }) },
    { name: "a prerelease", code: lockFile({ codex: "0.121.0-alpha.2" }) },
    { name: "an expression", code: lockFile({ codex: "${{ vars.CODEX_VERSION }}" }) },
    { name: "a variable", code: lockFile({ codex: "$CODEX_VERSION" }) },
    { name: "no install", code: lockFile({ codex: undefined }) },
    {
      name: "another package",
      code: compiledFor(undefined, install("npm install -g @openai/codex-sdk@latest"), run),
    },
    { name: "a file that runs no Codex", code: compiledFor(undefined, installCodex("latest")) },
    {
      name: "a script that only mentions an install",
      code: compiledFor(undefined, install("echo npm i @openai/codex"), run),
    },
  ],
  invalid: [
    {
      name: "`latest`",
      code: latest,
      errors: [
        { messageId: "floatingVersion", ...positionOf(latest, "@openai/codex@latest"), suggestions: [] },
      ],
    },
    {
      name: "`latest` in a file that was compiled for a version",
      code: compiledFor("0.144.5", installCodex("latest"), run),
      errors: [
        {
          messageId: "floatingVersion",
          suggestions: [
            {
              messageId: "suggestion",
              data: { title: "Pin Codex 0.144.5." },
              output: compiledFor("0.144.5", installCodex("0.144.5"), run),
            },
          ],
        },
      ],
    },
    {
      name: "no version, in quotes",
      code: compiledFor("0.144.5", install(`npm install -g "@openai/codex"`), run),
      errors: [
        {
          messageId: "noVersion",
          suggestions: [
            {
              messageId: "suggestion",
              data: { title: "Pin Codex 0.144.5." },
              output: compiledFor("0.144.5", install(`npm install -g "@openai/codex@0.144.5"`), run),
            },
          ],
        },
      ],
    },
    {
      name: "a range",
      code: compiledFor(undefined, installCodex("^0.121.0"), run),
      errors: [{ messageId: "floatingVersion", suggestions: [] }],
    },
    {
      name: "a tag that the header also has",
      code: compiledFor("latest", installCodex("latest"), run),
      errors: [{ messageId: "floatingVersion", suggestions: [] }],
    },
    {
      name: "`npx` in AWF's container",
      code: compiledFor(
        undefined,
        install(`awf --enable-api-proxy -- npx -y @openai/codex exec "Say hello."`),
      ),
      errors: [{ messageId: "noVersion", suggestions: [] }],
    },
    {
      name: "each job's own install",
      code: lockFile({ compiler: "v0.70.0", codex: "latest" }),
      errors: [{ messageId: "floatingVersion" }, { messageId: "floatingVersion" }],
    },
  ],
});
