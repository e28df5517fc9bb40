import type { Span } from "../text/index.js";

/** A key of a block mapping and the lines below it that belong to it. */
export interface OutlineEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** From the start of the key's line to the start of the next entry's. */
  readonly span: Span;
}

/** Where the parts of a workflow stand that say what it runs, found without a parser. */
export interface Outline {
  readonly env: OutlineEntry | undefined;
  readonly jobs: readonly OutlineEntry[];
}

interface Line extends Span {
  /** The offset of the first character that is not a blank. */
  readonly content: number;
}

const KEY = /^(?:([A-Za-z_][\w-]*)|"([\w-]+)"|'([\w-]+)'):(?=\s|$)/;

/**
 * Finds them by indentation alone. `undefined` where the text is not laid out as compilers and people write
 * workflows: then only a parser can tell. What is found is what a parser finds, if the file is good YAML.
 */
export function outlineOf(text: string): Outline | undefined {
  // An anchor in one part may be what an alias in another one stands for.
  if (/\s&\w/.test(text)) return undefined;
  const top = entriesAt(text, { start: text.startsWith("\uFEFF") ? 1 : 0, end: text.length }, 0);
  if (!top || new Set(top.map(({ key }) => key)).size < top.length) return undefined;
  const jobs = top.find(({ key }) => key === "jobs");
  const body = jobs && bodyOf(text, jobs);
  const first = body && contentLine(text, body);
  const entries =
    first && first.content > first.start ? entriesAt(text, body, first.content - first.start) : undefined;
  if (!entries?.every((entry) => opensMapping(text, entry))) return undefined;
  return { env: top.find(({ key }) => key === "env"), jobs: entries };
}

/** The entries of a block mapping whose keys stand at `indentation`; `undefined` if there is anything else. */
function entriesAt(text: string, span: Span, indentation: number): readonly OutlineEntry[] | undefined {
  const starts: { readonly key: string; readonly keySpan: Span; readonly start: number }[] = [];
  for (const line of linesOf(text, span)) {
    const depth = line.content - line.start;
    if (text[line.content] === "\t") return undefined;
    if (line.content >= line.end || text[line.content] === "#" || depth > indentation) continue;
    const match = depth === indentation ? KEY.exec(text.slice(line.content, line.end)) : null;
    if (!match) return undefined;
    const end = line.content + match[0].length - 1;
    const key = match[1] ?? match[2] ?? match[3] ?? "";
    starts.push({ key, keySpan: { start: line.content, end }, start: line.start });
  }
  return starts.map(({ key, keySpan, start }, index) => ({
    ...{ key, keySpan },
    span: { start, end: starts[index + 1]?.start ?? span.end },
  }));
}

/** The lines below a key that has nothing but a comment beside it. */
function bodyOf(text: string, { keySpan, span }: OutlineEntry): Span | undefined {
  const lineFeed = text.indexOf("\n", keySpan.end);
  if (lineFeed === -1 || lineFeed >= span.end) return undefined;
  return /^:[ ]*(#.*)?\r?$/.test(text.slice(keySpan.end, lineFeed))
    ? { start: lineFeed + 1, end: span.end }
    : undefined;
}

/** Whether the value of an entry is a block mapping on the lines below it. */
function opensMapping(text: string, entry: OutlineEntry): boolean {
  const body = bodyOf(text, entry);
  const line = body && contentLine(text, body);
  return line !== undefined && KEY.test(text.slice(line.content, line.end));
}

/** The first line that is neither blank nor a comment. */
function contentLine(text: string, span: Span): Line | undefined {
  for (const line of linesOf(text, span)) {
    if (line.content < line.end && text[line.content] !== "#") return line;
  }
  return undefined;
}

function* linesOf(text: string, span: Span): Generator<Line> {
  for (let start = span.start; start < span.end;) {
    const lineFeed = text.indexOf("\n", start);
    const next = lineFeed === -1 || lineFeed >= span.end ? span.end : lineFeed + 1;
    let end = next;
    while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
    let content = start;
    while (content < end && text[content] === " ") content++;
    yield { start, end, content };
    start = next;
  }
}
