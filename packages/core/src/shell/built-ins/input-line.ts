import { appendContent, type Content, EMPTY } from "../files/content.js";
import { joinValues, sliceValue, type Value } from "../values/value.js";

/** The next line of an input. */
export type InputLine =
  | { readonly kind: "line"; readonly value: Value; readonly rest: Content; readonly isWhole: boolean }
  | { readonly kind: "unknown" };

/** Splits the input at its first delimiter: a character, or `\0` for none. */
export function takeLine(input: Content, delimiter: string): InputLine {
  const taken: Value[] = [];
  for (const [index, part] of input.entries()) {
    if (part.kind === "unknown") return { kind: "unknown" };
    const { text } = part.expanded.text;
    const at = delimiter === "\0" ? -1 : text.indexOf(delimiter);
    const guess = part.expanded.guesses[0];
    // The unknown part may hold the delimiter.
    if (guess && (at === -1 || guess.start < at)) return { kind: "unknown" };
    if (at === -1) {
      taken.push(part.expanded);
      continue;
    }
    taken.push(sliceValue(part.expanded, 0, at));
    const rest = sliceValue(part.expanded, at + 1, text.length);
    const left: Content =
      rest.text.text === "" ? EMPTY : [{ kind: "known", expanded: rest, origin: part.origin }];
    return {
      kind: "line",
      value: joinValues(taken),
      rest: appendContent(left, input.slice(index + 1)),
      isWhole: true,
    };
  }
  return { kind: "line", value: joinValues(taken), rest: EMPTY, isWhole: false };
}

/** The line without separators that are blanks at its ends. */
export function trim(value: Value, separators: string): Value {
  const { text } = value.text;
  const isBlank = (character: string | undefined): boolean =>
    character !== undefined && separators.includes(character) && /[ \t\n]/.test(character);
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return sliceValue(value, start, end);
}

/** Splits a line into at most `count` fields; the last one holds the rest. */
export function splitLine(line: string, separators: string, count: number): readonly string[] {
  const fields: string[] = [];
  const isBlank = (character: string): boolean => /[ \t\n]/.test(character);
  const blanks = Array.from(separators).filter(isBlank);
  let position = 0;
  const skipBlanks = (): void => {
    while (position < line.length && blanks.includes(line.charAt(position))) position++;
  };
  skipBlanks();
  while (position < line.length) {
    if (fields.length + 1 >= count) {
      let rest = line.slice(position);
      while (rest !== "" && blanks.includes(rest.charAt(rest.length - 1))) rest = rest.slice(0, -1);
      // A single trailing separator does not belong to the last field.
      const last = rest.charAt(rest.length - 1);
      if (
        last !== "" &&
        separators.includes(last) &&
        !isBlank(last) &&
        !Array.from(rest.slice(0, -1)).some((other) => separators.includes(other))
      )
        rest = rest.slice(0, -1);
      fields.push(rest);
      return fields;
    }
    let end = position;
    while (end < line.length && !separators.includes(line.charAt(end))) end++;
    fields.push(line.slice(position, end));
    position = end;
    skipBlanks();
    if (
      position < line.length &&
      separators.includes(line.charAt(position)) &&
      !isBlank(line.charAt(position))
    ) {
      if (end < line.length && !isBlank(line.charAt(end)) && end === position) position++;
      else if (isBlank(line.charAt(end))) position++;
      skipBlanks();
    }
  }
  return fields;
}
