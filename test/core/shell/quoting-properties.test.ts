import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../packages/core/src/text/index.js";
import { cases, expectProperty } from "../../support/property.js";
import { textOfFile } from "./text-of-file.js";

const singleQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const doubleQuoted = (text: string): string => `"${text.replace(/["$`\\]/g, "\\$&")}"`;
const escaped = (text: string): string => text.replace(/[^\wé😀]/gu, "\\$&");
const printed = (word: string): string => `printf '%s' ${word} > /f\n`;

const unit = fc.constantFrom(..."ab $`\"'\\!*?~#{}()<>|&;é".split(""), "😀", "EOF");
const line = fc.string({ unit, minLength: 1, maxLength: 8 });
const lines = fc.array(fc.string({ unit, maxLength: 6 }), { minLength: 1, maxLength: 4 });
const text = fc.oneof(
  line,
  lines.map((items) => items.join("\n")).filter((joined) => joined !== ""),
);
const wholeLines = lines.map((items) => items.map((item) => `${item}\n`).join(""));

/** Text that a here-document can contain: no line equals its delimiter. */
const body = wholeLines.filter((content) => !/^EOF$/m.test(content));
const hereDocument = (content: string, delimiter: string): string =>
  `cat > /f << ${delimiter}\n${content}EOF\n`;

/** `edits` is the minimum share of random edits that must be possible, so that the test is not vacuous. */
const styles = [
  {
    name: "single quotes",
    write: (content: string) => printed(singleQuoted(content)),
    content: text,
    edits: 0.3,
  },
  {
    name: "double quotes",
    write: (content: string) => printed(doubleQuoted(content)),
    content: text,
    edits: 0.3,
  },
  { name: "backslashes", write: (content: string) => printed(escaped(content)), content: line, edits: 0.1 },
  {
    name: "a script in single quotes",
    write: (content: string) => `bash -c ${singleQuoted(printed(doubleQuoted(content)))}\n`,
    content: text,
    edits: 0.3,
  },
  {
    name: "a script in double quotes",
    write: (content: string) => `bash -c ${doubleQuoted(printed(singleQuoted(content)))}\n`,
    content: text,
    edits: 0.3,
  },
  {
    name: "a here-document",
    write: (content: string) => hereDocument(content.replace(/[$`\\]/g, "\\$&"), "EOF"),
    content: body,
    edits: 0.2,
  },
  {
    name: "a quoted here-document",
    write: (content: string) => hereDocument(content, "'EOF'"),
    content: body,
    edits: 0.2,
  },
];

describe.each(styles)("a text in $name", ({ write, content, edits }) => {
  test("maps each character to its location in the script", () => {
    expectProperty(
      fc.property(content, (given) => {
        const script = write(given);
        const mapped = textOfFile(script);
        expect(mapped?.text).toBe(given);
        for (let offset = 0; offset < given.length; offset++) {
          const [start, end] = [mapped!.startInFile(offset), mapped!.endInFile(offset + 1)];
          expect(script.slice(start, end), script).toContain(given[offset]);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(mapped!.startInFile(offset + 1));
        }
      }),
    );
  });

  test("is edited exactly or not at all", () => {
    let edited = 0;
    const replacement = fc.oneof(text, wholeLines, fc.constant(""));
    expectProperty(
      fc.property(content, fc.nat(), fc.nat(), replacement, (given, from, to, added) => {
        const script = write(given);
        const [start = 0, end = 0] = [from, to].map((n) => n % (given.length + 1)).sort((a, b) => a - b);
        const edit = textOfFile(script)?.edit(start, end, added);
        if (!edit) return;
        edited++;
        const result = applyEdits(script, [edit]);
        const expected = given.slice(0, start) + added + given.slice(end);
        if (expected !== "") expect(textOfFile(result)?.text, result).toBe(expected);
      }),
    );
    expect(edited).toBeGreaterThan(cases * edits);
  });
});
