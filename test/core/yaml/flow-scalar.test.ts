import { describe, expect, test } from "vitest";
import { withCrlf } from "../../support/workflow.js";
import { editX, replaceInX, textOfX } from "../workflow/variable.js";

function fileWith(scalar: string): string {
  return `env:\n  X: ${scalar}\n  Y: y\n`;
}

describe("the text of a plain or quoted scalar", () => {
  test.each([
    ["plain text", "one two", "one two"],
    ["a comment after it", "one # two", "one"],
    ["several lines", "one\n    two", "one two"],
    ["a blank line", "one\n\n    two", "one\ntwo"],
    ["single quotes", "'one ''two'' # \"three\"'", `one 'two' # "three"`],
    ["several lines in single quotes", "'one  \n\n\n    two'", "one\n\ntwo"],
    ["spaces in single quotes", "'  one  '", "  one  "],
    ["double quotes", String.raw`"one \"two\" \\ \t\x41\u00e9"`, 'one "two" \\ \tAé'],
    ["a character of two code units", String.raw`"\U0001F600 \uD83D\uDE00"`, "😀 😀"],
    [
      "escapes of special characters",
      String.raw`"\ \_\N\L\P\e\0\/"`,
      " \u00A0\u0085\u2028\u2029\u001B\u0000/",
    ],
    ["several lines in double quotes", '"one\n    two\n\n    three"', "one two\nthree"],
    ["an escaped line ending", '"one \\\n    two"', "one two"],
    ["an escaped space at the start of a line", '"one\n    \\  two"', "one   two"],
    ["empty quotes", "''", ""],
    ["empty double quotes", '""', ""],
  ])("with %s", (_, scalar, expected) => {
    expect(textOfX(fileWith(scalar)).text).toBe(expected);
    expect(textOfX(withCrlf(fileWith(scalar))).text).toBe(expected);
  });

  test("maps an escaped character to its escape sequence", () => {
    const file = fileWith(String.raw`"a\x41'b"`);
    const text = textOfX(file);
    expect(file.slice(text.startInFile(1), text.endInFile(2))).toBe(String.raw`\x41`);
  });

  test("maps a quote to the doubled quote in the file", () => {
    const file = fileWith("'a''b'");
    const text = textOfX(file);
    expect(file.slice(text.startInFile(1), text.endInFile(2))).toBe("''");
  });

  test("maps a space to the folded line break in the file", () => {
    const file = fileWith("one  \n    two");
    const text = textOfX(file);
    expect(file.slice(text.startInFile(3), text.endInFile(4))).toBe("  \n    ");
  });
});

describe("edits of a plain scalar", () => {
  test("replace a part", () => {
    expect(replaceInX(fileWith("one two # why"), "two", "'2' {a}")).toBe(fileWith("one '2' {a} # why"));
  });

  test("replace a part in a flow mapping", () => {
    expect(replaceInX("env: {X: one two, Y: y}\n", "two", "2")).toBe("env: {X: one 2, Y: y}\n");
  });

  test.each([
    ["a line ending", "\n"],
    ["a comment", " # x"],
    ["a key", ": x"],
    ["a space at the end", " "],
    ["a control character", "\u0007"],
  ])("refuse %s", (_, replacement) => {
    expect(editX(fileWith("one"), 3, 3, replacement)).toBeUndefined();
  });

  test.each(["- ", "[", "{", "#", "&", "*", "!", "|", ">", "'", '"', "%", "@", "`", "? ", " "])(
    "refuse a start that is not plain text: `%s`",
    (replacement) => {
      expect(editX(fileWith("one"), 0, 0, replacement)).toBeUndefined();
    },
  );

  test.each([",", "]", "}"])("refuse what would end the scalar in a flow mapping: `%s`", (replacement) => {
    expect(editX("env: {X: one, Y: y}\n", 1, 1, replacement)).toBeUndefined();
  });

  test.each(["", "~", "null"])("refuse a null: `%s`", (replacement) => {
    expect(editX(fileWith("one"), 0, 3, replacement)).toBeUndefined();
  });

  test.each(["00", "1.0", "0x10", "True"])(
    "refuse a value that GitHub would reformat: `%s`",
    (replacement) => {
      expect(editX(fileWith("one"), 0, 3, replacement)).toBeUndefined();
    },
  );

  test("refuse a colon that would make the text before it a key", () => {
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

  test("accept what a plain scalar refuses", () => {
    expect(editX(fileWith("'one'"), 3, 3, ": x # {} ")).toBe(fileWith("'one: x # {} '"));
  });

  test("fill empty quotes", () => {
    expect(editX(fileWith("''"), 0, 0, "x")).toBe(fileWith("'x'"));
  });

  test.each([
    ["a line ending", "\n"],
    ["a control character", "\u0007"],
  ])("refuse %s", (_, replacement) => {
    expect(editX(fileWith("'one'"), 1, 1, replacement)).toBeUndefined();
  });

  test("refuse a space that a folded line break would drop", () => {
    expect(editX(fileWith("'one\n    two'"), 3, 3, " ")).toBeUndefined();
  });
});

describe("edits of a double-quoted scalar", () => {
  test("escape characters that need it", () => {
    expect(editX(fileWith('"ab"'), 1, 1, '"\\\n\t\u0007\u0085\u2028\uFEFF\r')).toBe(
      fileWith(String.raw`"a\"\\\n\t\a\N\L\ufeff\rb"`),
    );
  });

  test("write other characters unchanged", () => {
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

  test("refuse half of a surrogate pair", () => {
    expect(editX(fileWith('"ab"'), 1, 1, "\uD83D")).toBeUndefined();
  });
});

describe("a scalar in bad YAML", () => {
  test("is located at its start and cannot be edited", () => {
    const file = "env:\n  X: 'a\n b: c\n";
    const text = textOfX(file);
    expect(text.startInFile(0)).toBe(file.indexOf("'"));
    expect(text.edit(0, 0, "x")).toBeUndefined();
  });
});
