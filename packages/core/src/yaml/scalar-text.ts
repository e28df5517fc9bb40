import {
  applyEdits,
  lazyText,
  lineFeedAfter,
  lineStart,
  unmappedText,
  type MappedText,
  type Span,
  type TextEdit,
} from "../text/index.js";
import { readBlockScalar } from "./block-scalar.js";
import { coreText, coreValue, isNull } from "./core-schema.js";
import { readFlowScalar } from "./flow-scalar.js";
import type { ScalarReading, YamlScalar } from "./node.js";

/**
 * The text that GitHub converts a scalar to, mapped to the file. If no mapping can be derived (the file is invalid
 * YAML, or a number is not in GitHub's notation), all positions map to the scalar and no edit is possible.
 */
export function scalarText(file: MappedText, scalar: YamlScalar): MappedText {
  if (!isReadAsWritten(scalar)) return unmappedText(coreText(coreValue(scalar)), scalar.span);
  return lazyText(scalar.value, () => placedText(file, scalar));
}

/** Whether GitHub reads a scalar as its own text: not as null, and not as a number in another notation. */
function isReadAsWritten(scalar: YamlScalar): boolean {
  return !isNull(scalar) && coreText(coreValue(scalar)) === scalar.value;
}

function placedText(file: MappedText, scalar: YamlScalar): MappedText {
  const reading = readScalar(file, scalar);
  if (reading?.text.text !== scalar.value) return unmappedText(scalar.value, scalar.span);
  return verifiedText(file, scalar, reading);
}

function readScalar(file: MappedText, { style, span, value, inFlow }: YamlScalar): ScalarReading | undefined {
  switch (style) {
    case "literal":
    case "folded":
      return readBlockScalar(file, span, value);
    case "plain":
    case "single-quoted":
    case "double-quoted":
      return readFlowScalar(file, span, style, inFlow);
  }
}

interface Change extends Span {
  readonly replacement: string;
}

/**
 * The content of a scalar of `file`. An edit is allowed only if the scalar, read again after the edit, has the
 * edited content.
 */
function verifiedText(file: MappedText, scalar: YamlScalar, reading: ScalarReading): MappedText {
  const { text } = reading.text;
  const { span } = scalar;
  return {
    ...reading.text,
    edit(start, end, replacement) {
      if (start < 0 || end < start || end > text.length) return undefined;
      const expected = text.slice(0, start) + replacement + text.slice(end);
      // Half of a surrogate pair cannot be saved.
      if (/\p{Surrogate}/u.test(expected)) return undefined;
      if (!isReadAsWritten({ ...scalar, value: expected })) return undefined;
      for (const change of sameChanges(text, { start, end, replacement }, expected)) {
        const edit = reading.text.edit(change.start, change.end, change.replacement);
        if (edit && reading.reread(editedSource(file.text, span, edit)) === expected) return edit;
      }
      return undefined;
    },
  };
}

function editedSource(text: string, span: Span, edit: TextEdit): string {
  const source = text.slice(span.start, span.end);
  return applyEdits(source, [
    { start: edit.start - span.start, end: edit.end - span.start, text: edit.text },
  ]);
}

/** Equivalent forms of a change; not every style can express each of them. */
function sameChanges(text: string, change: Change, expected: string): Change[] {
  const { start, end, replacement } = change;
  const changes = [change];
  // At the end of a file without a final line end, new lines start with the missing line end.
  if (text[start - 1] === "\n" && text[end - 1] === "\n" && replacement.endsWith("\n")) {
    changes.push({ start: start - 1, end: end - 1, replacement: `\n${replacement.slice(0, -1)}` });
  }
  const lines = wholeLines(text, change);
  if (!lines) return changes;
  // In whole lines, an emptied line loses its indentation and a filled one gets it.
  const emptied = isOnEmptyLine(expected, start) || isOnEmptyLine(expected, start + replacement.length);
  return emptied ? [lines, ...changes] : [...changes, lines];
}

function wholeLines(text: string, { start, end, replacement }: Change): Change | undefined {
  const first = lineStart(text, start);
  const lineFeed = lineFeedAfter(text, end);
  if (lineFeed === text.length) return undefined;
  return {
    start: first,
    end: lineFeed + 1,
    replacement: text.slice(first, start) + replacement + text.slice(end, lineFeed + 1),
  };
}

function isOnEmptyLine(text: string, offset: number): boolean {
  return (offset === 0 || text[offset - 1] === "\n") && text[offset] === "\n";
}
