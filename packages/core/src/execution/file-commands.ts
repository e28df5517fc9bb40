import {
  type Content,
  joinValues,
  type ShellState,
  signatureOf,
  sliceValue,
  textValue,
  type Unknown,
  unknownValue,
  type Value,
  valueOfContent,
  variableSetBy,
} from "../shell/index.js";

/** The variables or outputs that a step wrote to `$GITHUB_ENV` or `$GITHUB_OUTPUT`. */
export interface FileCommands {
  /** In the order of writing; the last value of a name counts. */
  readonly values: ReadonlyMap<string, Value>;
  /** An unknown part that may set any other name; `undefined` if there is none. */
  readonly rest: Unknown | undefined;
  /** Whether GitHub rejects the file, so that the step fails. */
  readonly isRefused: boolean;
}

/** Reads the file of `$GITHUB_ENV` or `$GITHUB_OUTPUT` at `path`; empty if no step wrote it. */
export function readFileCommands(state: ShellState, path: string): FileCommands {
  const { node } = state.files.find(path);
  if (node.kind === "unknown") return { values: new Map(), rest: node.unknown, isRefused: false };
  return commandsIn(node.kind === "file" ? node.content : []);
}

/**
 * Reads `NAME=value` and `NAME<<DELIMITER` as the runner's FileCommandManager does. An unknown part of a value is
 * assumed to have no line end: GitHub would reject most files with one.
 */
export function commandsIn(content: Content): FileCommands {
  const values = new Map<string, Value>();
  let rest: Unknown | undefined;
  /** From here on, the file may set any name, including those set before. */
  const doubt = (unknown: Unknown): void => {
    // The output has the form NAME=value, so that it is no integer, and neither are the values.
    const own = { ...unknown, integer: undefined };
    rest = own;
    for (const name of values.keys()) values.set(name, unknownValue(variableSetBy(own, name)));
  };
  const lines = linesOf(valueOfContent(content), programsIn(content));
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    if (line.program) {
      doubt(line.program);
      // If the program ended its last line, another command opened a value of several lines here.
      const delimiter = openedBehindUnknown(line.value);
      const end = delimiter ? endOf(lines, index + 1, delimiter) : index;
      if (end === -1) return { values, rest, isRefused: false };
      index = end;
      continue;
    }
    const { text, guesses } = line.value;
    if (text.text === "") continue;
    const known = text.text.slice(0, guesses[0]?.start);
    const opening = /=|<</.exec(known);
    const name = opening ? known.slice(0, opening.index) : undefined;
    if (name === undefined && guesses[0]) {
      doubt(guesses[0].unknown);
    } else if (name === undefined || name === "") {
      return { values, rest, isRefused: true };
    } else if (opening?.[0] === "=") {
      values.set(name, sliceValue(line.value, name.length + 1, text.text.length));
    } else {
      const delimiter = sliceValue(line.value, name.length + 2, text.text.length);
      const end = endOf(lines, index + 1, delimiter);
      const body = lines.slice(index + 1, end === -1 ? undefined : end);
      const unknown = firstUnknownOf(body);
      if (end === -1 || delimiter.text.text === "") {
        // An unknown part may contain the delimiter.
        if (unknown && end === -1) doubt(unknown);
        return { values, rest, isRefused: !unknown || end !== -1 };
      }
      values.set(name, joinLines(body.map(({ value }) => value)));
      index = end;
    }
  }
  return { values, rest, isRefused: false };
}

/** The folders that a step wrote to `$GITHUB_PATH`; the last one is searched first. */
export function foldersIn(content: Content): readonly Value[] {
  return linesOf(valueOfContent(content), programsIn(content)).flatMap(({ value }) =>
    value.text.text === "" ? [] : [value],
  );
}

interface Line {
  /** Without its line end. */
  readonly value: Value;
  /** An unmodelled program that may have written whole lines here. */
  readonly program: Unknown | undefined;
}

/** The ids of the parts that unmodelled programs wrote, which may have any number of lines. */
function programsIn(content: Content): ReadonlySet<string> {
  return new Set(
    content.flatMap((part) =>
      part.kind === "unknown" ? (valueOfContent([part]).guesses[0]?.unknown.id ?? []) : [],
    ),
  );
}

function linesOf(content: Value, programs: ReadonlySet<string>): readonly Line[] {
  const { text } = content.text;
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const lineFeed = text.indexOf("\n", start);
    const next = lineFeed === -1 ? text.length : lineFeed + 1;
    const end = lineFeed === -1 ? text.length : lineFeed;
    const value = sliceValue(content, start, end > start && text[end - 1] === "\r" ? end - 1 : end);
    const program = value.guesses.find(({ unknown }) => programs.has(unknown.id))?.unknown;
    lines.push({ value, program });
    start = next;
  }
  return lines;
}

/** The delimiter of `NAME<<DELIMITER` after the last unknown part of a line. */
function openedBehindUnknown(line: Value): Value | undefined {
  const { text } = line.text;
  const from = line.guesses.at(-1)?.end ?? 0;
  const opening = /^[^=]*?<<(?=.)/.exec(text.slice(from));
  return opening ? sliceValue(line, from + opening[0].length, text.length) : undefined;
}

/**
 * The index of the line that closes a value of several lines; -1 if there is none. A program of which nothing is known
 * may print a delimiter that is written in the file, but not one of which a part is unknown: workflows draw such a
 * delimiter at random, for this very reason.
 */
function endOf(lines: readonly Line[], from: number, delimiter: Value): number {
  const signature = signatureOf(delimiter);
  const isDrawn = delimiter.guesses.length > 0;
  return lines.findIndex(
    (line, index) =>
      index >= from &&
      (signatureOf(line.value) === signature ||
        (isDrawn && line.program !== undefined && signatureOf(behindProgram(line)) === signature)),
  );
}

/** What follows the output of a program that is assumed to have ended its last line: GitHub would reject the file. */
function behindProgram({ value, program }: Line): Value {
  const last = value.guesses.findLast(({ unknown }) => unknown.id === program?.id);
  return sliceValue(value, last?.end ?? 0, value.text.text.length);
}

function firstUnknownOf(lines: readonly Line[]): Unknown | undefined {
  return lines.flatMap(({ value }) => value.guesses)[0]?.unknown;
}

function joinLines(lines: readonly Value[]): Value {
  return joinValues(
    lines.flatMap((line, index) => (index === 0 ? [line] : [textValue("\n", { start: 0, end: 0 }), line])),
  );
}
