import {
  joinValues,
  sliceValue,
  textValue,
  type Content,
  type KnownPart,
  type ShellState,
  type Unknown,
  type Value,
} from "../shell/index.js";
import { valueOfContent } from "../shell/index.js";

/** What a step wrote to `$GITHUB_ENV` or `$GITHUB_OUTPUT`. */
export interface FileCommands {
  readonly values: ReadonlyMap<string, Value>;
  /** What may have been written besides; `undefined`: nothing. */
  readonly rest: Unknown | undefined;
}

const NOTHING: FileCommands = { values: new Map(), rest: undefined };

/** Reads a file of commands, in both of its forms: `NAME=value` and `NAME<<DELIMITER`. */
export function readFileCommands(state: ShellState, path: string): FileCommands {
  const { node } = state.files.find(path);
  if (node.kind === "unknown") return { values: new Map(), rest: node.unknown };
  if (node.kind !== "file") return NOTHING;
  return readContent(node.content);
}

function readContent(content: Content): FileCommands {
  const values = new Map<string, Value>();
  let rest: Unknown | undefined;
  const lines = linesOf(content);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    if (line.kind === "unknown") {
      rest = line.unknown;
      continue;
    }
    const { text } = line.value.text;
    const start = line.value.guesses[0]?.start ?? text.length;
    const equals = text.indexOf("=");
    const open = text.indexOf("<<");
    if (open !== -1 && (equals === -1 || open < equals) && open < start) {
      const delimiter = text.slice(open + 2);
      const body: Value[] = [];
      let isKnown = true;
      for (index++; index < lines.length; index++) {
        const inner = lines[index];
        if (!inner) break;
        if (inner.kind === "unknown") {
          rest = inner.unknown;
          isKnown = false;
          continue;
        }
        if (inner.value.text.text === delimiter) break;
        if (body.length > 0) body.push(textValue("\n", { start: 0, end: 0 }));
        body.push(inner.value);
      }
      const name = text.slice(0, open);
      if (isKnown) values.set(name, joinValues(body));
      else values.delete(name);
    } else if (equals > 0 && equals < start) {
      values.set(text.slice(0, equals), sliceValue(line.value, equals + 1, text.length));
    } else if (start < text.length) {
      rest = line.value.guesses[0]?.unknown;
    }
  }
  return { values, rest };
}

type Line =
  { readonly kind: "line"; readonly value: Value } | { readonly kind: "unknown"; readonly unknown: Unknown };

/** What a program prints that is not known takes the rest of the line before it, and ends with a line feed. */
function linesOf(content: Content): readonly Line[] {
  const lines: Line[] = [];
  let known: KnownPart[] = [];
  for (const part of content) {
    if (part.kind === "known") {
      known.push(part);
      continue;
    }
    lines.push(...knownLines(known, false));
    known = [];
    const { program, origin } = part;
    lines.push({
      kind: "unknown",
      unknown: part.unknown ?? { id: program, label: program, what: program, origin },
    });
  }
  lines.push(...knownLines(known, true));
  return lines;
}

function knownLines(content: Content, isEnd: boolean): readonly Line[] {
  const lines: Line[] = [];
  const value = valueOfContent(content);
  const { text } = value.text;
  for (let start = 0; start < text.length;) {
    const lineFeed = text.indexOf("\n", start);
    if (lineFeed === -1 && !isEnd) break;
    const end = lineFeed === -1 ? text.length : lineFeed;
    const until = end > start && text[end - 1] === "\r" ? end - 1 : end;
    lines.push({ kind: "line", value: sliceValue(value, start, until) });
    start = end + 1;
  }
  return lines;
}
