import { describe, expect, test } from "vitest";
import { withCrlf } from "../../support/workflow.js";
import { editX, replaceInX, textOfX } from "../workflow/variable.js";

function fileWith(scalar: string): string {
  return `env:\n  X: ${scalar}\n  Y: y\n`;
}

describe("the text of a plain or quoted scalar", () => {
  test.each([
    ["plain text", "one two", "one two"],
    ["a comment behind it", "one # two", "one"],
    ["lines", "one\n    two", "one two"],
    ["a blank line", "one\n\n    two", "one\ntwo"],
    ["single quotes", "'one ''two'' # \"three\"'", `one 'two' # "three"`],
    ["lines in single quotes", "'one  \n\n\n    two'", "one\n\ntwo"],
    ["blanks in single quotes", "'  one  '", "  one  "],
    ["double quotes", String.raw`"one \"two\" \\ \t\x41\u00e9"`, 'one "two" \\ \tAé'],
    ["a character of two units", String.raw`"\U0001F600 \uD83D\uDE00"`, "😀 😀"],
    ["special blanks", String.raw`"\ \_\N\L\P\e\0\/"`, " \u00A0\u0085\u2028\u2029\u001B\u0000/"],
    ["lines in double quotes", '"one\n    two\n\n    three"', "one two\nthree"],
    ["an escaped line end", '"one \\\n    two"', "one two"],
    ["an escaped blank at a line's beginning", '"one\n    \\  two"', "one   two"],
    ["empty quotes", "''", ""],
    ["empty double quotes", '""', ""],
  ])("with %s", (_, scalar, expected) => {
    expect(textOfX(fileWith(scalar)).text).toBe(expected);
    expect(textOfX(withCrlf(fileWith(scalar))).text).toBe(expected);
  });

  test("has an escape as a character's place", () => {
    const file = fileWith(String.raw`"a\x41'b"`);
    const text = textOfX(file);
    expect(file.slice(text.startInFile(1), text.endInFile(2))).toBe(String.raw`\x41`);
  });

  test("has both quotes as a quote's place", () => {
    const file = fileWith("'a''b'");
    const text = textOfX(file);
    expect(file.slice(text.startInFile(1), text.endInFile(2))).toBe("''");
  });

  test("has a fold as a space's place", () => {
    const file = fileWith("one  \n    two");
    const text = textOfX(file);
    expect(file.slice(text.startInFile(3), text.endInFile(4))).toBe("  \n    ");
  });
});

describe("edits of a plain scalar", () => {
  test("replace a part", () => {
    expect(replaceInX(fileWith("one two # why"), "two", "'2' {a}")).toBe(fileWith("one '2' {a} # why"));
  });

  test("replace a part in braces", () => {
    expect(replaceInX("env: {X: one two, Y: y}\n", "two", "2")).toBe("env: {X: one 2, Y: y}\n");
  });

  test.each([
    ["a line end", "\n"],
    ["a comment", " # x"],
    ["a key", ": x"],
    ["a blank at the end", " "],
    ["a control character", "\u0007"],
  ])("refuse %s", (_, replacement) => {
    expect(editX(fileWith("one"), 3, 3, replacement)).toBeUndefined();
  });

  test.each(["- ", "[", "{", "#", "&", "*", "!", "|", ">", "'", '"', "%", "@", "`", "? ", " "])(
    "refuse what is no text at the beginning: `%s`",
    (replacement) => {
      expect(editX(fileWith("one"), 0, 0, replacement)).toBeUndefined();
    },
  );

  test.each([",", "]", "}"])("refuse what ends it in braces: `%s`", (replacement) => {
    expect(editX("env: {X: one, Y: y}\n", 1, 1, replacement)).toBeUndefined();
  });

  test.each(["", "~", "null"])("refuse a null: `%s`", (replacement) => {
    expect(editX(fileWith("one"), 0, 3, replacement)).toBeUndefined();
  });

  test.each(["00", "1.0", "0x10", "True"])(
    "refuse what GitHub writes in another way: `%s`",
    (replacement) => {
      expect(editX(fileWith("one"), 0, 3, replacement)).toBeUndefined();
    },
  );

  test("refuse a key that comes about at the edge", () => {
    expect(editX(fileWith("a b"), 1, 1, ":")).toBeUndefined();
  });

  test("refuse text in a blank line", () => {
    expect(editX(fileWith("one\n\n\n    two"), 4, 4, "x")).toBeUndefined();
  });
});

describe("edits of a single-quoted scalar", () => {
  test("double its quotes", () => {
    expect(editX(fileWith("'a''b'"), 1, 2, "'c'")).toBe(fileWith("'a''c''b'"));
  });

  test("take what a plain scalar refuses", () => {
    expect(editX(fileWith("'one'"), 3, 3, ": x # {} ")).toBe(fileWith("'one: x # {} '"));
  });

  test("fill empty quotes", () => {
    expect(editX(fileWith("''"), 0, 0, "x")).toBe(fileWith("'x'"));
  });

  test.each([
    ["a line end", "\n"],
    ["a control character", "\u0007"],
  ])("refuse %s", (_, replacement) => {
    expect(editX(fileWith("'one'"), 1, 1, replacement)).toBeUndefined();
  });

  test("refuse a blank that a fold would drop", () => {
    expect(editX(fileWith("'one\n    two'"), 3, 3, " ")).toBeUndefined();
  });
});

describe("edits of a double-quoted scalar", () => {
  test("escape what needs it", () => {
    expect(editX(fileWith('"ab"'), 1, 1, '"\\\n\t\u0007\u0085\u2028\uFEFF\r')).toBe(
      fileWith(String.raw`"a\"\\\n\t\a\N\L\ufeff\rb"`),
    );
  });

  test("leave other characters as they are", () => {
    expect(editX(fileWith('"ab"'), 1, 1, "é😀 '/")).toBe(fileWith(`"aé😀 '/b"`));
  });

  test("insert whole lines", () => {
    expect(editX(fileWith(String.raw`"one\ntwo\n"`), 4, 4, "new\n")).toBe(
      fileWith(String.raw`"one\nnew\ntwo\n"`),
    );
  });

  test("replace an escape as a whole", () => {
    expect(editX(fileWith(String.raw`"a\U0001F600b"`), 1, 3, "x")).toBe(fileWith('"axb"'));
  });

  test("refuse half of an escape", () => {
    expect(editX(fileWith(String.raw`"a\U0001F600b"`), 1, 2, "x")).toBeUndefined();
  });

  test("refuse half of a character", () => {
    expect(editX(fileWith('"ab"'), 1, 1, "\uD83D")).toBeUndefined();
  });
});

describe("a scalar in bad YAML", () => {
  test("has the parser's text, with its places on the scalar and no edits", () => {
    const file = "env:\n  X: 'a\n b: c\n";
    const text = textOfX(file);
    expect(text.startInFile(0)).toBe(file.indexOf("'"));
    expect(text.edit(0, 0, "x")).toBeUndefined();
  });
});
