import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../packages/core/src/text/index.js";
import { textOfFile } from "./text-of-file.js";

/** The script in which `part` of what it writes to `/f` is `replacement`; `undefined` if that is refused. */
function edit(script: string, part: string, replacement: string): string | undefined {
  const text = textOfFile(script);
  const start = text?.text.indexOf(part) ?? -1;
  const change = text?.edit(start, start + part.length, replacement);
  return change && applyEdits(script, [change]);
}

describe("an edit of what a script writes", () => {
  test("takes a backslash with the character that it protects", () => {
    expect(edit(`printf %s 'it'\\''s' > /f\n`, "'", "")).toBe(`printf %s 'it''s' > /f\n`);
    expect(edit('printf %s "a\\"b" > /f\n', '"', "-")).toBe('printf %s "a-b" > /f\n');
    expect(edit("cat > /f << EOF\na\\$b\nEOF\n", "$", "-")).toBe("cat > /f << EOF\na-b\nEOF\n");
  });

  test("keeps a backslash and the character that it protects together", () => {
    expect(edit('printf %s "a\\"b" > /f\n', "a", "a-")).toBe('printf %s "a-\\"b" > /f\n');
    expect(textOfFile('printf %s "\\"b" > /f\n')?.edit(0, 0, "a")).toEqual({ start: 11, end: 11, text: "a" });
  });

  test("leaves the delimiter of a here-document on its own line", () => {
    expect(edit("cat > /f << EOF\na\nEOF\n", "a\n", "b")).toBeUndefined();
    expect(edit("cat > /f << EOF\na\nEOF\n", "a\n", "b\n")).toBe("cat > /f << EOF\nb\nEOF\n");
  });

  test.each(["<<", "<<-"])("writes no second delimiter into a here-document with `%s`", (operator) => {
    expect(edit(`cat > /f ${operator} 'EOF'\na\nEOF\n`, "a", "a\nEOF\nb")).toBeUndefined();
    expect(edit(`cat > /f ${operator} 'EOF'\na OF\nEOF\n`, "a ", "E")).toBeUndefined();
  });
});
