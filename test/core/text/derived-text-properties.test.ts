import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, fileText, type MappedText } from "../../../packages/core/src/text/index.js";
import { indentedText, quotedText } from "./layers.js";
import { expectProperty } from "../../support/property.js";

const before = "run: |\n";
const after = "name: x\n";

function indentedFile(content: string): string {
  return before + content.replace(/^(?=[^])/gm, "  ") + after;
}

function indented(file: string): MappedText {
  return indentedText(fileText(file), { start: before.length, end: file.length - after.length });
}

/** A file whose only line contains `content` in quotes. */
function quotedFile(content: string): string {
  const escaped = content.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n");
  return indentedFile(`say "${escaped}" # "\n`);
}

function quoted(file: string): MappedText {
  const script = indented(file);
  return quotedText(script, { start: 4, end: script.text.lastIndexOf(" #") });
}

const line = fc.string({ unit: fc.constantFrom("a", "b", " ", '"', "\\", "é", "😀"), maxLength: 5 });
const lines = fc.array(line, { maxLength: 5 }).map((items) => items.map((item) => `${item}\n`).join(""));
const replacement = fc.oneof(
  lines,
  line,
  fc.tuple(line, lines, line).map((parts) => parts.join("")),
);
const positions = fc.tuple(fc.nat(), fc.nat());

function positionsIn(text: string, [one, other]: [number, number]): [number, number] {
  const a = one % (text.length + 1);
  const b = other % (text.length + 1);
  return a < b ? [a, b] : [b, a];
}

const layers = [
  { name: "indented lines", write: indentedFile, read: indented, content: lines },
  { name: "quotes in indented lines", write: quotedFile, read: quoted, content: fc.oneof(lines, line) },
];

describe.each(layers)("a text derived from $name", ({ write, read, content }) => {
  test("maps each character to its source in the file", () => {
    expectProperty(
      fc.property(content, (text) => {
        const file = write(text);
        const derived = read(file);
        expect(derived.text).toBe(text);
        for (let offset = 0; offset < text.length; offset++) {
          const source = file.slice(derived.startInFile(offset), derived.endInFile(offset + 1));
          expect(source.length > 1 ? JSON.parse(`"${source}"`) : source).toBe(text[offset]);
        }
      }),
    );
  });

  test("maps offsets in increasing order", () => {
    expectProperty(
      fc.property(content, (text) => {
        const derived = read(write(text));
        for (let offset = 0; offset < text.length; offset++) {
          expect(derived.endInFile(offset)).toBeLessThanOrEqual(derived.startInFile(offset));
          expect(derived.startInFile(offset)).toBeLessThanOrEqual(derived.endInFile(offset + 1));
        }
      }),
    );
  });

  test("is edited exactly", () => {
    expectProperty(
      fc.property(content, positions, replacement, (text, at, change) => {
        const [start, end] = positionsIn(text, at);
        const expected = text.slice(0, start) + change + text.slice(end);
        // The last line of an indented text cannot lose its line feed.
        fc.pre(expected === "" || expected.endsWith("\n"));
        const file = write(text);
        const edit = read(file).edit(start, end, change);
        expect(edit).toBeDefined();
        expect(applyEdits(file, [edit!])).toBe(write(expected));
      }),
    );
  });
});
