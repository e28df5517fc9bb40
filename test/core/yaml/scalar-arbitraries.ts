import fc from "fast-check";

/** A scalar as written in a file, with `\n` for every line ending. */
export interface WrittenScalar {
  readonly source: string;
  /** Whether the scalar has no final line ending if it is at the end of the file. */
  readonly endsFile: boolean;
}

/** The text around a scalar in a workflow; all its lines except the first are indented by more than `indent`. */
export interface Frame {
  readonly before: string;
  readonly indent: number;
  readonly after: string;
  readonly inFlow: boolean;
}

/** A block mapping, with another entry after the scalar. */
export const envFrame: Frame = {
  before: "env:\n  BEFORE: before\n  X: ",
  indent: 2,
  after: "  AFTER: after\njobs: {}\n",
  inFlow: false,
};

/** Blank lines and a comment follow, which must not become part of the scalar. */
export const commentFrame: Frame = {
  before: "env:\n  BEFORE: before\n  X: ",
  indent: 2,
  after: "\n     \n   # comment\n  AFTER: after\njobs: {}\n",
  inFlow: false,
};

/** The scalar is the last value of the file. */
export const lastFrame: Frame = {
  before: "env:\n  BEFORE: before\n  X: ",
  indent: 2,
  after: "",
  inFlow: false,
};

/** A flow mapping. */
export const flowFrame: Frame = {
  before: "env: {BEFORE: before, X: ",
  indent: 0,
  after: ", AFTER: after}\njobs: {}\n",
  inFlow: true,
};

const characters = fc.constantFrom(
  ..."aaab   \t#:-'\"\\|>&*!%@`,[]{}$?=0~".split(""),
  ": ",
  " #",
  "''",
  "é",
  "\u00A0",
  "😀",
);

/** Text without a line ending. */
export const lineText = fc.string({ unit: characters, maxLength: 8 });

/** Text of one or several lines. */
export const multiLineText = fc
  .array(fc.oneof({ weight: 4, arbitrary: lineText }, { weight: 1, arbitrary: fc.constant("") }), {
    maxLength: 4,
  })
  .map((lines) => lines.join("\n"));

/** One to three lines, each with its line ending. */
export const wholeLines = fc
  .array(lineText, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));

/** The line endings of a file. */
export const lineEnd = fc.constantFrom("\n", "\r\n");

/** A block scalar inside a mapping that is indented by `indent`. */
export function blockScalar(indicator: "|" | ">", indent: number): fc.Arbitrary<WrittenScalar> {
  const line = fc.record({ text: fc.oneof(lineText, fc.constant("")), spaces: fc.nat({ max: 7 }) });
  return fc
    .record({
      chomping: fc.constantFrom("", "-", "+"),
      explicit: fc.boolean(),
      width: fc.integer({ min: 1, max: 4 }),
      lines: fc.array(line, { maxLength: 6 }),
      comment: fc.constantFrom("", " ", " # comment"),
      endsFile: fc.boolean(),
    })
    .map(({ chomping, explicit, width, lines, comment, endsFile }) => {
      const spaces = " ".repeat(indent + width);
      const written = lines.map(({ text, spaces: blanks }) =>
        // A line of spaces may have fewer or more of them than the indentation.
        text.trim() === "" ? " ".repeat(blanks) : spaces + text,
      );
      const header = `${indicator}${explicit ? width : ""}${chomping}${comment}`;
      // The parser reads a line ending from a scalar that is only a line of spaces at the end of the file.
      const hasText = lines.some(({ text }) => text.trim() !== "");
      return { source: [header, ...written].join("\n"), endsFile: endsFile && hasText };
    });
}

/** The content of a quoted or plain scalar of several lines. */
function foldedText(text: fc.Arbitrary<string>, indent: number): fc.Arbitrary<string> {
  const lineBreak = fc
    .record({
      trailing: fc.constantFrom("", " ", "\t", "  "),
      blankLines: fc.array(fc.constantFrom("", "  ", "\t"), { maxLength: 2 }),
      leading: fc.constantFrom(" ", "   ", " \t"),
    })
    .map(
      ({ trailing, blankLines, leading }) =>
        `${trailing}\n${blankLines.map((line) => `${line}\n`).join("")}${" ".repeat(indent)}${leading}`,
    );
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: lineBreak }), { maxLength: 6 })
    .map((parts) => parts.join(""));
}

/** A scalar in single quotes, on one or several lines. */
export function singleQuotedScalar(indent: number): fc.Arbitrary<WrittenScalar> {
  const text = lineText.map((line) => line.replaceAll("'", "''"));
  return foldedText(text, indent).map((inside) => ({ source: `'${inside}'`, endsFile: false }));
}

/** A scalar in double quotes, with escapes, on one or several lines. */
export function doubleQuotedScalar(indent: number): fc.Arbitrary<WrittenScalar> {
  const text = fc.oneof(
    lineText.map((line) => line.replace(/["\\]/g, "\\$&")),
    fc.constantFrom(...'0abefnrtvNLP_ "/\\\t'.split("").map((letter) => `\\${letter}`)),
    fc.constantFrom("\\x41", "\\u00e9", "\\U0001F600", "\\uD83D\\uDE00"),
    fc.constantFrom(`\\\n${" ".repeat(indent + 1)}`, `\\\n\n${" ".repeat(indent + 3)}`),
  );
  return foldedText(text, indent).map((inside) => ({ source: `"${inside}"`, endsFile: false }));
}

/** A scalar without quotes, on one or several lines. */
export function plainScalar(indent: number): fc.Arbitrary<WrittenScalar> {
  return foldedText(lineText, indent)
    .map((inside) => ({ source: inside.trim(), endsFile: false }))
    .filter(({ source }) => !/^["'&*!|>]/.test(source));
}

/** The file with `scalar` inside `frame`. */
export function writeFile(frame: Frame, scalar: WrittenScalar, lineEnd: string): string {
  const endsLine = frame.inFlow || (frame.after === "" && scalar.endsFile);
  const text = frame.before + scalar.source + (endsLine ? "" : "\n") + frame.after;
  return text.replaceAll("\n", lineEnd);
}
