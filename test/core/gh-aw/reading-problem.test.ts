import { describe, expect, test } from "vitest";
import { parseWorkflow, readingProblem } from "../../../packages/core/src/index.js";

/** A lock file with a script in which `line` is not indented. */
function lockFileWith(line: string, metadata: Readonly<Record<string, string>>): string {
  return `# gh-aw-metadata: ${JSON.stringify(metadata)}
jobs:
  agent:
    steps:
      - run: |
          cat >> "$CODEX_HOME/config.toml" << EOF
${line}
          EOF
      - run: awf -- codex exec hello
`;
}

const message = (text: string): string | undefined => readingProblem(parseWorkflow(text))?.message;

describe("a lock file that GitHub cannot read names the compilers that write such files", () => {
  test.each(['model_reasoning_effort = "high"', "[profiles.demo]", "[[tools]]"])("for `%s`", (line) => {
    const text = lockFileWith(line, { agent_id: "codex", compiler_version: "v0.80.0" });
    expect(message(text)).toMatch(/gh-aw v0\.69\.0 to v0\.88\.7 writes `engine\.config` .* \(gh-aw #62204\)/);
    expect(text.slice(0, readingProblem(parseWorkflow(text))?.offset).split("\n")).toHaveLength(7);
  });

  test.each([
    ["an earlier compiler", "[profiles.demo]", { agent_id: "codex", compiler_version: "v0.68.9" }],
    ["a later compiler", "[profiles.demo]", { agent_id: "codex", compiler_version: "v0.88.8" }],
    ["a compiler without a version", "[profiles.demo]", { agent_id: "codex" }],
    ["another engine", "[profiles.demo]", { agent_id: "claude", compiler_version: "v0.80.0" }],
    ["a line that is not TOML", "%%", { agent_id: "codex", compiler_version: "v0.80.0" }],
  ])("but not for %s", (_, line, metadata) => {
    const found = message(lockFileWith(line, metadata));
    expect(found).toBeDefined();
    expect(found).not.toContain("gh-aw");
  });
});

test("a workflow that GitHub can read has no such problem", () => {
  expect(message("jobs: {}\n")).toBeUndefined();
});
