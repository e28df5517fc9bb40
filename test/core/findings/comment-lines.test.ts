import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commentableLine } from "../../../packages/core/src/findings/comment-lines.js";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";

const workflow = (script: string): string => `jobs:
  agent:
    env:
      JSON: |
        {
          "a": 1 }
    steps:
      - run: |
${script.replace(/^(?=.)/gm, "          ")}`;

/** The line, without indentation, above which a comment for `part` can be inserted. */
function lineFor(text: string, part: string): string {
  const start = text.indexOf(part);
  const { start: from, end } = commentableLine(parseWorkflow(text), { start, end: start + part.length });
  return text.slice(text.lastIndexOf("\n", from - 1) + 1, end).trim();
}

describe("a comment can be inserted above", () => {
  test.each([
    ["the line itself", "a\nhere\n", "here"],
    ["the first line of a continued command", "awf \\\n  -x \\\n  here\n", "awf \\"],
    ["the first line of a quoted word", "awf 'a\n  here'\n", "awf 'a"],
    ["the line of a command after another one", "a; here\n", "a; here"],
    ["the first line of a command that follows another one", "a; awf \\\n  here\n", "a; awf \\"],
    ["a command after an operator", "a &&\n  here\n", "here"],
    ["the line before an operator at the start of a line", "a \\\n  && here\n", "a \\"],
    ["a command in a branch", "if a; then\n  b \\\n  here\nfi\n", "b \\"],
    ["the line of a command substitution", "x=$(a\n  here)\n", "x=$(a"],
    ["the lines of a here-document", "cat << E\na\nhere\nE\n", "here"],
    ["a joined line of a here-document", "cat << E\na \\\nhere\nE\n", "a \\"],
    ["a test of several lines", "[[ a == b &&\n  here == c ]]\n", "[[ a == b &&"],
  ])("%s", (_, script, line) => {
    const text = workflow(script);
    expect(lineFor(text, "here")).toBe(line);
    // The comment does not change how Bash parses the script.
    const lines = script.split("\n");
    const index = lines.findIndex((one) => one.trim() === line);
    const commented = [...lines.slice(0, index), "# comment", ...lines.slice(index)].join("\n");
    const parse = (input: string) => spawnSync("bash", ["-n"], { input, encoding: "utf8" }).stderr;
    expect(parse(commented)).toBe(parse(script));
  });

  test("the key of a scalar in which a comment would be text", () => {
    expect(lineFor(workflow("a\n"), '"a": 1')).toBe("JSON: |");
    expect(lineFor('jobs:\n  a:\n    steps:\n      - run: "a\n          here"\n', "here")).toBe('- run: "a');
    expect(lineFor("jobs:\n  a:\n    steps:\n      - run: >\n          a\n          here\n", "here")).toBe(
      "- run: >",
    );
  });
});
