import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withCrlf } from "../../support/workflow.js";
import { lineEnd, wholeLines } from "./scalar-arbitraries.js";
import { editX, replaceInX, textOfX } from "../workflow/variable.js";
import { expectProperty } from "../../support/property.js";

describe("the text of a literal block", () => {
  test.each([
    ["a final line ending", "|\n    a\n    b\n\n\n", "a\nb\n"],
    ["no final line ending", "|-\n    a\n    b\n\n\n", "a\nb"],
    ["all final line endings", "|+\n    a\n    b\n\n\n", "a\nb\n\n\n"],
    ["blank lines at its start and inside", "|\n\n    a\n\n    b\n", "\na\n\nb\n"],
    ["a comment in its header", "| # why\n    a\n", "a\n"],
    ["more indented lines", "|\n    a\n      b\n    c\n", "a\n  b\nc\n"],
    ["an explicit indentation", "|2\n      a\n    b\n", "  a\nb\n"],
    ["an explicit indentation and all final line endings", "|+2\n      a\n\n", "  a\n\n"],
    ["an explicit indentation after the chomping indicator", "|-2\n\n      a\n", "\n  a"],
    ["spaces in blank lines", "|\n    a\n      \n  \n    b\n", "a\n  \n\nb\n"],
    ["tabs", "|\n    a\n    \tb\n", "a\n\tb\n"],
    ["nothing", "|\n", ""],
    ["only blank lines", "|\n\n\n", ""],
    ["only blank lines, which are kept", "|+\n\n\n", "\n\n"],
  ])("with %s", (_, scalar, expected) => {
    expect(textOfX(`env:\n  X: ${scalar}  Y: y\n`).text).toBe(expected);
    expect(textOfX(withCrlf(`env:\n  X: ${scalar}  Y: y\n`)).text).toBe(expected);
    expect(textOfX(`env:\n  X: ${scalar}`).text).toBe(expected);
  });

  test.each(["|", "|-", "|+"])("with %s at the end of a file without a line ending", (header) => {
    expect(textOfX(`env:\n  X: ${header}\n    a`).text).toBe(header === "|-" ? "a" : "a\n");
  });

  test("maps a line feed to the CRLF in the file", () => {
    const file = "env:\r\n  X: |\r\n    a\r\n    b\r\n";
    const text = textOfX(file);
    expect(file.slice(text.startInFile(1), text.endInFile(2))).toBe("\r\n");
    expect(text.startInFile(2)).toBe(file.indexOf("b"));
  });
});

describe("edits of a literal block", () => {
  const file = "env:\n  X: |\n    one\n    two\n  Y: y\n";

  test("insert lines at its start", () => {
    expect(editX(file, 0, 0, "new\n\nlines\n")).toBe(
      "env:\n  X: |\n    new\n\n    lines\n    one\n    two\n  Y: y\n",
    );
  });

  test("insert lines in its middle", () => {
    expect(editX(file, 4, 4, "new\n")).toBe("env:\n  X: |\n    one\n    new\n    two\n  Y: y\n");
  });

  test("insert lines at its end", () => {
    expect(editX(file, 8, 8, "new\n")).toBe("env:\n  X: |\n    one\n    two\n    new\n  Y: y\n");
  });

  test("insert lines before the blank lines after it", () => {
    expect(editX("env:\n  X: |\n    one\n\n\n  Y: y\n", 4, 4, "new\n")).toBe(
      "env:\n  X: |\n    one\n    new\n\n\n  Y: y\n",
    );
  });

  test("insert lines at the end of a file without a line ending", () => {
    expect(editX("env:\n  X: |\n    one", 4, 4, "new\n")).toBe("env:\n  X: |\n    one\n    new");
    expect(editX("env:\n  X: |+\n    one", 4, 4, "new\n")).toBe("env:\n  X: |+\n    one\n    new");
    expect(editX("env:\n  X: |-\n    one", 3, 3, "\nnew")).toBe("env:\n  X: |-\n    one\n    new");
  });

  test("insert lines after kept blank lines", () => {
    expect(editX("env:\n  X: |+\n    one\n\n  Y: y\n", 5, 5, "new\n")).toBe(
      "env:\n  X: |+\n    one\n\n    new\n  Y: y\n",
    );
  });

  test("insert blank lines at the end only if they are kept", () => {
    expect(editX("env:\n  X: |+\n    one\n  Y: y\n", 4, 4, "\n")).toBe("env:\n  X: |+\n    one\n\n  Y: y\n");
    expect(editX(file, 8, 8, "\n")).toBeUndefined();
  });

  test("remove lines", () => {
    expect(replaceInX(file, "two\n", "")).toBe("env:\n  X: |\n    one\n  Y: y\n");
  });

  test("replace a part of a line", () => {
    expect(replaceInX(file, "ne", "f 😀")).toBe("env:\n  X: |\n    of 😀\n    two\n  Y: y\n");
  });

  test("split a line", () => {
    expect(editX(file, 5, 5, "\n\n")).toBe("env:\n  X: |\n    one\n    t\n\n    wo\n  Y: y\n");
  });

  test("join two lines", () => {
    expect(replaceInX(file, "\ntwo", " two")).toBe("env:\n  X: |\n    one two\n  Y: y\n");
    expect(editX(file, 3, 4, " ")).toBe("env:\n  X: |\n    one two\n  Y: y\n");
  });

  test("fill a blank line with the indentation it needs", () => {
    expect(editX("env:\n  X: |\n    one\n\n    two\n", 4, 4, "new")).toBe(
      "env:\n  X: |\n    one\n    new\n    two\n",
    );
  });

  test("empty a line without leaving its indentation", () => {
    const three = "env:\n  X: |\n    one\n    two\n    three\n";
    expect(replaceInX(three, "two", "")).toBe("env:\n  X: |\n    one\n\n    three\n");
    expect(editX(three, 4, 4, "\n")).toBe("env:\n  X: |\n    one\n\n    two\n    three\n");
  });

  test("use the file's line endings", () => {
    expect(editX(withCrlf(file), 4, 4, "new\n\nlines\n")).toBe(
      withCrlf("env:\n  X: |\n    one\n    new\n\n    lines\n    two\n  Y: y\n"),
    );
  });

  test("keep an explicit indentation", () => {
    expect(editX("env:\n  X: |2\n      one\n    two\n", 6, 6, "new\n")).toBe(
      "env:\n  X: |2\n      one\n    new\n    two\n",
    );
  });

  test.each([
    ["text into an empty block, whose indentation is unknown", "env:\n  X: |\n  Y: y\n", 0, 0, "new\n"],
    ["a last line without a line ending in a block that keeps one", file, 8, 8, "new"],
    ["a final line ending in a block that keeps none", "env:\n  X: |-\n    one\n", 3, 3, "\n"],
    ["spaces at the start, which would be indentation", file, 0, 0, "  new\n"],
    ["a blank first line of spaces", file, 0, 0, "      \n"],
    ["removal of all lines", file, 0, 8, ""],
    ["a control character", file, 1, 1, "\u0007"],
    ["a carriage return", file, 1, 1, "\r"],
    ["a character that other parsers read as a line ending", file, 1, 1, "\u2028"],
    ["half of a surrogate pair", file, 1, 1, "\uD83D"],
  ])("refuse %s", (_, source, start, end, replacement) => {
    expect(editX(source, start, end, replacement)).toBeUndefined();
  });

  test("accept whole lines anywhere unless they start with spaces", () => {
    const safeLines = wholeLines.filter((lines) => /^[^ \n]/.test(lines) && /[^ \n]\n$/.test(lines));
    expectProperty(
      fc.property(safeLines, safeLines, fc.nat(), lineEnd, (content, inserted, place, end) => {
        const lines = content.split("\n").slice(0, -1);
        const source = `env:\n  X: |\n${lines.map((line) => (line === "" ? "\n" : `    ${line}\n`)).join("")}  Y: y\n`;
        const at = place % (lines.length + 1);
        const offset = lines.slice(0, at).join("\n").length + (at === 0 ? 0 : 1);
        const result = editX(source.replaceAll("\n", end), offset, offset, inserted);
        expect(result).toBeDefined();
        expect(result).not.toMatch(/^ {4}\r?$/m);
      }),
    );
  });
});

describe("the text of a folded block", () => {
  test.each([
    ["lines of prose", ">\n    a\n    b\n", "a b\n"],
    ["a blank line between lines", ">\n    a\n\n    b\n", "a\nb\n"],
    ["blank lines between lines", ">\n    a\n\n\n    b\n", "a\n\nb\n"],
    ["more indented lines", ">\n    a\n      b\n      c\n    d\n", "a\n  b\n  c\nd\n"],
    ["blank lines around more indented ones", ">\n    a\n\n      b\n\n    c\n", "a\n\n  b\n\nc\n"],
    ["tabs", ">\n    a\n    \tb\n    c\n", "a\n\tb\nc\n"],
    ["spaces at the end of a line", ">\n    a \n    b\n", "a  b\n"],
    ["blank lines at its start", ">\n\n    a\n", "\na\n"],
    ["no final line ending", ">-\n    a\n    b\n\n", "a b"],
    ["all final line endings", ">+\n    a\n    b\n\n", "a b\n\n"],
  ])("with %s", (_, scalar, expected) => {
    expect(textOfX(`env:\n  X: ${scalar}  Y: y\n`).text).toBe(expected);
    expect(textOfX(withCrlf(`env:\n  X: ${scalar}  Y: y\n`)).text).toBe(expected);
  });

  test("maps a space to the line ending in the file", () => {
    const file = "env:\r\n  X: >\r\n    a\r\n    b\r\n";
    const text = textOfX(file);
    expect(file.slice(text.startInFile(1), text.endInFile(2))).toBe("\r\n");
  });
});

describe("edits of a folded block", () => {
  const file = "env:\n  X: >\n    one\n    two\n\n    three\n  Y: y\n";

  test("replace a part of a line", () => {
    expect(replaceInX(file, "two", "2")).toBe("env:\n  X: >\n    one\n    2\n\n    three\n  Y: y\n");
  });

  test("write a line ending so that folding keeps it", () => {
    expect(replaceInX(file, "thr", "four\nthr")).toBe(
      "env:\n  X: >\n    one\n    two\n\n    four\n\n    three\n  Y: y\n",
    );
  });

  test("insert lines at the end", () => {
    expect(editX(file, 14, 14, "four\n")).toBe(
      "env:\n  X: >\n    one\n    two\n\n    three\n\n    four\n  Y: y\n",
    );
  });

  test("refuse a more indented line between folded lines", () => {
    expect(editX(file, 8, 8, "  deep\n")).toBeUndefined();
  });
});
