import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lint } from "../../support/lint.js";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";
import { history, providerBlock } from "../../support/toml.js";

/** A hand-written job whose last step starts Codex. */
function job(script: string, env = ""): string {
  const lines = `npm install -g @openai/codex@0.144.5\nmkdir -p ~/.codex\n${script}`.split("\n");
  return `on: workflow_dispatch
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - name: Codex
${env}        run: |
${lines.map((line) => (line === "" ? "" : `          ${line}`)).join("\n")}
`;
}

const write = (toml: string): string => `cat > ~/.codex/config.toml << EOF\n${toml}EOF\n`;
const start = "awf --enable-api-proxy -- codex exec hi";
const depends = (cause: string, remedy: string): string =>
  `The file does not determine whether Codex (0.144.5) in job \`agent\` uses AWF's API proxy: that depends on ${cause}. ${remedy}`;
const provider = "        env:\n          P: ${{ vars.P }}\n";
const gateway = providerBlock.replace("http://172.30.0.30:10000", "$P");

ruleTester.run("codex-undetermined", ghAw.rules["codex-undetermined"], {
  valid: [
    { name: "a lock file of the newest compiler", code: lockFile() },
    { name: "a lock file of a compiler that selects no provider", code: lockFile({ compiler: "v0.68.4" }) },
    { name: "a run that fails with any value", code: job(`${start} -m "$P"`, provider) },
    {
      name: "a run that works with any value",
      code: job(`${write(providerBlock)}${start} -m "$P"`, provider),
    },
    { name: "a run that fails", code: job(`${write(history)}${start}`) },
    {
      name: "a gateway whose address is known only at run time",
      code: job(`${write(gateway)}${start}`, provider),
    },
  ],
  invalid: [
    {
      name: "a value on the command line",
      code: job(start.replace("hi", '-c model_provider="$P" hi'), provider),
      errors: [
        {
          message: depends("`${{ vars.P }}` (line 9)", "Write the value into this file."),
          line: 13,
          column: 37,
        },
      ],
    },
    {
      name: "unknown words on the command lines of several runs, each reported",
      code: job(`${start} $P\n${start} $P`, provider),
      errors: [
        { messageId: "undeterminedValue", line: 13 },
        { messageId: "undeterminedValue", line: 14 },
      ],
    },
    {
      name: "a script of the repository",
      code: job(`./make-config > ~/.codex/config.toml\n${start}`),
      errors: [
        {
          message: depends(
            "what `./make-config` writes (line 11)",
            "Write all of config.toml in a step of this job.",
          ),
        },
      ],
    },
    {
      name: "a checked-out file",
      code: job(start, "        env:\n          CODEX_HOME: ${{ github.workspace }}/.codex\n").replace(
        "--enable-api-proxy",
        "--env-all $&",
      ),
      errors: [
        {
          message: depends(
            "what `actions/checkout` writes (line 6)",
            "Write all of config.toml in a step of this job.",
          ),
        },
      ],
    },
    {
      name: "a condition",
      code: job(`if grep -q x README.md; then\n${write(providerBlock)}fi\n${start}`),
      errors: [
        {
          message: depends(
            "the result of `grep` (line 11)",
            "Give Codex the same configuration in each case.",
          ),
        },
      ],
    },
    {
      name: "a copy of a checked-out file",
      code: job(`cp config.toml ~/.codex/\n${start}`),
      errors: [
        {
          message: depends(
            "what the file `config.toml` contains (line 6)",
            "Write all of config.toml in a step of this job.",
          ),
        },
      ],
    },
    {
      name: "a configuration of the system that may be there",
      code: job(`./make-config | sudo tee /etc/codex/config.toml\n${start}`),
      errors: [
        {
          message: depends(
            "the file `/etc/codex/config.toml` (line 12)",
            "Write what Codex gets from it into this file.",
          ),
        },
      ],
    },
    {
      name: "a release",
      code: job(start).replace("0.144.5", "${{ vars.VERSION }}"),
      errors: [{ messageId: "undeterminedVersion" }],
    },
    {
      name: "whether AWF's proxy is on",
      code: job("awf --config awf.json -- codex exec hi"),
      errors: [{ messageId: "undeterminedProxy" }],
    },
    {
      name: "a program of the repository that may start Codex",
      code: job("awf --enable-api-proxy -- ./agent.sh"),
      errors: [{ messageId: "undeterminedProgram", line: 11, column: 37 }],
    },
  ],
});

describe("an undetermined run", () => {
  const text = job(start.replace("hi", '-c model_provider="$P" hi'), provider);

  test("is not reported by `recommended`", async () => {
    expect((await lint(text)).messages).toEqual([]);
  });

  test("is a warning in `strict`", async () => {
    const { messages } = await lint(text, { config: [ghAw.configs.strict] });
    expect(messages).toMatchObject([{ ruleId: "gh-aw/codex-undetermined", severity: 1 }]);
  });
});
