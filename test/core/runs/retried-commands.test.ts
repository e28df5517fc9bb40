import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

const start = "sudo -E awf --enable-api-proxy --env-all -- codex exec hi";

function workflow(...steps: readonly string[]): string {
  const all = ["run: npm install -g @openai/codex@0.121.0", ...steps];
  return `on: workflow_dispatch
defaults: { run: { working-directory: missing, shell: python } }
jobs:
  agent:
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: ., shell: bash } }
    steps:
${all.map((step) => `      - ${step.replaceAll("\n", "\n        ")}\n`).join("")}`;
}

/** A step that repeats a command. */
function retry(command: string, ...inputs: readonly string[]): string {
  const lines = ["max_attempts: 3", "timeout_minutes: 5", ...inputs, "command: |"];
  return `uses: nick-fields/retry@v3\nwith:\n${[...lines, ...command.split("\n").map((line) => `  ${line}`)]
    .map((line) => `  ${line}`)
    .join("\n")}`;
}

const found = (text: string): readonly string[] =>
  diagnose(text, { outcomes: ["direct", "undetermined"] }).map(({ outcome, kind }) => `${outcome} ${kind}`);

const good = `mkdir -p ~/.codex
cat > ~/.codex/config.toml << 'EOF'
model_provider = "p"
model_providers.p = { name = "p", base_url = "http://172.30.0.30:10000" }
EOF`;

describe("a command that an action repeats until it succeeds", () => {
  test("starts Codex", () => {
    const text = workflow(retry(start));
    const [finding] = diagnose(text);
    expect(finding).toMatchObject({ outcome: "direct", kind: "noProvider" });
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe("codex");
    expect(found(applyEdits(text, finding?.fix ?? []))).toEqual([]);
    expect(found(workflow(`uses: nick-invision/retry@v2\nwith: { command: ${start} }`))).toEqual([
      "direct noProvider",
    ]);
  });

  test("writes the configuration", () => {
    expect(found(workflow(retry(good), `run: ${start}`))).toEqual([]);
    expect(found(workflow(retry(`${good}\n${start}`)))).toEqual([]);
    expect(found(workflow(retry(good.replace(/base_url.*/, "}")), `run: ${start}`))).toEqual([
      "direct baseUrlMissing",
    ]);
  });

  test("goes on after a command that fails", () => {
    expect(found(workflow(retry(`false\n${good}`), `run: ${start}`))).toEqual([]);
    expect(found(workflow(retry(`false\n${good}`, "shell: sh"), `run: ${start}`))).toEqual([]);
  });

  test("runs in the workspace", () => {
    const here = good.replaceAll("~/.codex", "home");
    const text = workflow(retry(here), `env: { CODEX_HOME: "\${{ github.workspace }}/home" }\nrun: ${start}`);
    expect(found(text)).toEqual([]);
  });

  test("sets outputs of its own", () => {
    const step = `id: retry\n${retry("true")}`;
    const condition = "if: steps.retry.outputs.exit_code == 0";
    const write = `run: |\n${good.replace(/^/gm, "  ")}`;
    expect(found(workflow(step, `${condition}\n${write}`, `run: ${start}`))).toEqual([
      "undetermined undeterminedCondition",
    ]);
  });

  test.each([
    "on_retry_command: ./fix.sh",
    "new_command_on_retry: ./other.sh",
    "continue_on_error: true",
    "shell: python",
  ])("is not followed with the input %s", (input) => {
    expect(found(workflow(retry(good, input), `run: ${start}`))).toEqual(["undetermined undeterminedValue"]);
  });

  test("is followed with the input continue_on_error: false", () => {
    expect(found(workflow(retry(good, "continue_on_error: false"), `run: ${start}`))).toEqual([]);
  });
});
