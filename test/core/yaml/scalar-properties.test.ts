import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { applyEdits } from "../../../packages/core/src/text/index.js";
import { misplacedCharacters } from "../workflow/misplaced.js";
import {
  blockScalar,
  commentFrame,
  doubleQuotedScalar,
  envFrame,
  flowFrame,
  lastFrame,
  lineEnd,
  multiLineText,
  plainScalar,
  singleQuotedScalar,
  wholeLines,
  writeFile,
  type Frame,
  type WrittenScalar,
} from "./scalar-arbitraries.js";
import { textOfX } from "../workflow/variable.js";
import { cases, expectProperty } from "../../support/property.js";

interface Values {
  readonly env: Readonly<Record<string, unknown>>;
}

/** All values of a file as the YAML parser resolves them; `undefined` if X is not a string or the YAML is invalid. */
function valuesOf(file: string): Values | undefined {
  const document = parseDocument(file, { schema: "failsafe", prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  try {
    const values = document.toJS() as Values;
    return typeof values.env.X === "string" ? values : undefined;
  } catch {
    // Random text may contain an alias.
    return undefined;
  }
}

/** Whether X is also a string by YAML's core schema, and not a number, for example. */
function isText(file: string): boolean {
  const document = parseDocument(file, { prettyErrors: false });
  return typeof (document.toJS() as Values).env.X === "string";
}

function filesOf(
  scalar: (indent: number) => fc.Arbitrary<WrittenScalar>,
  frames: readonly Frame[],
): fc.Arbitrary<string> {
  return fc
    .constantFrom(...frames)
    .chain((frame) => fc.tuple(fc.constant(frame), scalar(frame.indent), lineEnd))
    .map((parts) => writeFile(...parts))
    .filter((file) => valuesOf(file) !== undefined && isText(file));
}

const blockFrames = [envFrame, commentFrame, lastFrame];
const flowFrames = [...blockFrames, flowFrame];

/** `edits` of 1000 random edits must be possible at least, so that the test is not vacuous. */
const styles = [
  { name: "literal", edits: 300, files: filesOf((indent) => blockScalar("|", indent), blockFrames) },
  { name: "folded", edits: 100, files: filesOf((indent) => blockScalar(">", indent), blockFrames) },
  { name: "plain", edits: 15, files: filesOf(plainScalar, flowFrames) },
  { name: "single-quoted", edits: 80, files: filesOf(singleQuotedScalar, flowFrames) },
  { name: "double-quoted", edits: 300, files: filesOf(doubleQuotedScalar, flowFrames) },
];

describe.each(styles)("a random $name scalar", ({ edits, files }) => {
  test("has the text that the parser resolves", () => {
    expectProperty(
      fc.property(files, (file) => {
        expect(textOfX(file).text).toBe(valuesOf(file)?.env.X);
      }),
    );
  });

  test("maps each character to its location in the file", () => {
    expectProperty(
      fc.property(files, (file) => {
        expect(misplacedCharacters(file, textOfX(file))).toEqual([]);
      }),
    );
  });

  test("maps offsets in increasing order, within the file", () => {
    expectProperty(
      fc.property(files, (file) => {
        const text = textOfX(file);
        let last = { start: 0, end: 0 };
        for (let offset = 0; offset <= text.text.length; offset++) {
          const place = { start: text.startInFile(offset), end: text.endInFile(offset) };
          expect(place.start).toBeGreaterThanOrEqual(last.start);
          expect(place.end).toBeGreaterThanOrEqual(last.end);
          // Inside an escape sequence, the character before ends at the end of the sequence.
          expect(place.end).toBeGreaterThanOrEqual(last.start);
          last = place;
        }
        expect(Math.max(last.start, last.end)).toBeLessThanOrEqual(file.length);
      }),
    );
  });

  test("is edited exactly or not at all", () => {
    let edited = 0;
    const replacement = fc.oneof(multiLineText, wholeLines);
    expectProperty(
      fc.property(files, fc.nat(), fc.nat(), replacement, (file, from, to, text) => {
        const offsets = Array.from({ length: textOfX(file).text.length + 1 }, (_, offset) => offset);
        edited += editBetween(file, offsets, from, to, text);
      }),
    );
    expect(edited).toBeGreaterThan((edits * cases) / 1000);
  });

  test("is edited in whole lines exactly or not at all", () => {
    let edited = 0;
    const replacement = fc.oneof(wholeLines, fc.constant(""));
    expectProperty(
      fc.property(files, fc.nat(), fc.nat(), replacement, (file, from, to, text) => {
        const lineFeeds = [...textOfX(file).text.matchAll(/\n/g)];
        const lineStarts = [0, ...lineFeeds.map(({ index }) => index + 1)];
        edited += editBetween(file, lineStarts, from, to, text);
      }),
    );
    expect(edited).toBeGreaterThan((edits * cases) / 3000);
  });
});

/** Edits between two of the `offsets` and checks what the parser then reads; 0 if the edit is refused. */
function editBetween(
  file: string,
  offsets: readonly number[],
  from: number,
  to: number,
  replacement: string,
): 0 | 1 {
  const text = textOfX(file);
  const [start = 0, end = 0] = [from, to].map((n) => offsets[n % offsets.length] ?? 0).sort((a, b) => a - b);
  const edit = text.edit(start, end, replacement);
  if (!edit) return 0;
  const result = applyEdits(file, [edit]);
  const expected = text.text.slice(0, start) + replacement + text.text.slice(end);
  const values = valuesOf(file);
  expect(valuesOf(result)).toEqual({ ...values, env: { ...values?.env, X: expected } });
  expect(textOfX(result).text).toBe(expected);
  const lineFeeds = edit.text.match(/(?<!\r)\n/g) ?? [];
  expect(file.includes("\r\n") ? lineFeeds : []).toEqual([]);
  return 1;
}
