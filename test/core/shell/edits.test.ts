import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../packages/core/src/text/index.js";
import { textOfFile } from "./text-of-file.js";

/** The script after `part` of its output to `/f` is replaced; `undefined` if the edit is refused. */
function edit(script: string, part: string, replacement: string): string | undefined {
  const text = textOfFile(script);
  const start = text?.text.indexOf(part) ?? -1;
  const change = text?.edit(start, start + part.length, replacement);
  return change && applyEdits(script, [change]);
}

describe("an edit of a script's output", () => {
  test("replaces an escaped character with its backslash", () => {
    expect(edit(`printf %s 'it'\\''s' > /f\n`, "'", "")).toBe(`printf %s 'it''s' > /f\n`);
    expect(edit('printf %s "a\\"b" > /f\n', '"', "-")).toBe('printf %s "a-b" > /f\n');
    expect(edit("cat > /f << EOF\na\\$b\nEOF\n", "$", "-")).toBe("cat > /f << EOF\na-b\nEOF\n");
  });

  test("inserts before the backslash of an escaped character", () => {
    expect(edit('printf %s "a\\"b" > /f\n', "a", "a-")).toBe('printf %s "a-\\"b" > /f\n');
    expect(textOfFile('printf %s "\\"b" > /f\n')?.edit(0, 0, "a")).toEqual({ start: 11, end: 11, text: "a" });
  });

  test("keeps the delimiter of a here-document on its own line", () => {
    expect(edit("cat > /f << EOF\na\nEOF\n", "a\n", "b")).toBeUndefined();
    expect(edit("cat > /f << EOF\na\nEOF\n", "a\n", "b\n")).toBe("cat > /f << EOF\nb\nEOF\n");
  });

  test.each(["<<", "<<-"])("never writes a second delimiter into a here-document with `%s`", (operator) => {
    expect(edit(`cat > /f ${operator} 'EOF'\na\nEOF\n`, "a", "a\nEOF\nb")).toBeUndefined();
    expect(edit(`cat > /f ${operator} 'EOF'\na OF\nEOF\n`, "a ", "E")).toBeUndefined();
  });
});
