import { lineStart, type Span } from "../text/index.js";
import { contentLines, type ContentLine } from "../yaml/index.js";

/** A key of a block mapping, and the lines below it that belong to it. */
export interface OutlineEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** From the start of the key's line to the start of the next entry's. */
  readonly span: Span;
}

/** The parts of a workflow that determine what it runs, found without a parser. */
export interface Outline {
  readonly on: OutlineEntry | undefined;
  readonly env: OutlineEntry | undefined;
  readonly defaults: OutlineEntry | undefined;
  readonly jobs: readonly OutlineEntry[];
}

/** The steps of a job, each from the start of its first line to the start of the next one's. */
export interface JobOutline {
  readonly steps: readonly Span[];
  /** The parts of the job before the first step and after the last one. */
  readonly around: readonly Span[];
}

const KEY = /^(?:([A-Za-z_][\w-]*)|"([\w-]+)"|'([\w-]+)'):(?=\s|$)/;

const ITEM = /^- +[A-Za-z_"']/;

/** A quote after a colon or a dash, perhaps with blank lines between, that continues on the next line. */
const OPEN_QUOTE =
  /(:(?:[ \t]*(?:#[^\r\n]*)?\r?\n){0,20}[ \t]*|-[ \t]+)(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)$/gm;

/** The part of a line before a value. */
const BEFORE_VALUE = /^[ \t]*(?:- +)*(?:[\w"'-]+:[ \t]+)?$/;

/**
 * Whether a file has the line `jobs:`, as every workflow does. Whether a file without that line is YAML at all, only
 * a parser can tell.
 */
export function looksLikeWorkflow(text: string): boolean {
  return text.includes("\njobs:") || text.startsWith("jobs:");
}

/**
 * Finds the parts of a workflow by indentation alone; `undefined` if the text is not laid out the usual way, so that
 * it needs a parser. If the file is valid YAML, a parser finds the same parts.
 */
export function outlineOf(text: string): Outline | undefined {
  if (mayHaveAnchor(text) || mayHaveOpenValue(text)) return undefined;
  const top = entriesAt(text, { start: text.startsWith("\uFEFF") ? 1 : 0, end: text.length }, 0);
  if (!top || new Set(top.map(({ key }) => key)).size < top.length) return undefined;
  const jobs = top.find(({ key }) => key === "jobs");
  const body = jobs && bodyOf(text, jobs);
  const first = body && firstLine(text, body);
  const entries =
    first && first.content > first.start ? entriesAt(text, body, first.content - first.start) : undefined;
  if (!entries?.every((entry) => opensMapping(text, entry))) return undefined;
  const named = (name: string): OutlineEntry | undefined => top.find(({ key }) => key === name);
  return { on: named("on"), env: named("env"), defaults: named("defaults"), jobs: entries };
}

/** Whether there may be an anchor: an alias in one part may refer to an anchor in another. */
export function mayHaveAnchor(text: string): boolean {
  for (let index = text.indexOf("&"); index !== -1; index = text.indexOf("&", index + 1))
    if (/^[\s[{,]&[^\s&>|;)]$/.test(text.slice(index - 1, index + 2))) return true;
  return false;
}

/** Whether a quoted value may continue on the next line, which may have any indentation and look like a key. */
function mayHaveOpenValue(text: string): boolean {
  // A single pattern would try each line's start, which takes three times as long.
  OPEN_QUOTE.lastIndex = 0;
  for (let match = OPEN_QUOTE.exec(text); match; match = OPEN_QUOTE.exec(text)) {
    const [, before = ""] = match;
    const quote = match.index + before.length;
    if (before.includes("\n") || BEFORE_VALUE.test(text.slice(lineStart(text, quote), quote))) return true;
    OPEN_QUOTE.lastIndex = match.index + 1;
  }
  return false;
}

/** Finds a job's steps by indentation alone; `undefined` if they are not laid out the usual way. */
export function outlineOfJob(text: string, job: OutlineEntry): JobOutline | undefined {
  const body = bodyOf(text, job);
  const key = body && firstLine(text, body);
  const entries = key && entriesAt(text, body, key.content - key.start);
  const list = entries?.find((entry) => entry.key === "steps");
  const listBody = list && bodyOf(text, list);
  if (!listBody) return undefined;
  const item = firstLine(text, listBody);
  const steps = item && itemsAt(text, listBody, item.content - item.start);
  const first = steps?.[0];
  if (!first) return undefined;
  const around = [
    { start: job.span.start, end: first.start },
    { start: listBody.end, end: job.span.end },
  ];
  return { steps, around };
}

/** The items of a block sequence of mappings; `undefined` if there is anything else. */
function itemsAt(text: string, span: Span, indentation: number): readonly Span[] | undefined {
  const starts: number[] = [];
  if (!startsAt(text, span, indentation)) return undefined;
  for (const line of contentLines(text, span, indentation)) {
    const isItem = line.content - line.start === indentation && ITEM.test(text.slice(line.content, line.end));
    if (!isItem) return undefined;
    starts.push(line.start);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? span.end }));
}

/** The entries of a block mapping whose keys are indented by `indentation`; `undefined` if there is anything else. */
function entriesAt(text: string, span: Span, indentation: number): readonly OutlineEntry[] | undefined {
  const starts: { readonly key: string; readonly keySpan: Span; readonly start: number }[] = [];
  if (!startsAt(text, span, indentation)) return undefined;
  for (const line of contentLines(text, span, indentation)) {
    const isKey = line.content - line.start === indentation;
    const match = isKey ? KEY.exec(text.slice(line.content, line.end)) : null;
    if (!match) return undefined;
    const end = line.content + match[0].length - 1;
    const key = match[1] ?? match[2] ?? match[3] ?? "";
    starts.push({ key, keySpan: { start: line.content, end }, start: line.start });
  }
  return starts.map(({ key, keySpan, start }, index) => ({
    key,
    keySpan,
    span: { start, end: starts[index + 1]?.start ?? span.end },
  }));
}

/** The lines below a key; `undefined` if its own line holds more than a comment. */
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
  const line = body && firstLine(text, body);
  return line !== undefined && KEY.test(text.slice(line.content, line.end));
}

/** Whether the first line is not indented more: such a line belongs to no entry. */
function startsAt(text: string, span: Span, indentation: number): boolean {
  const line = firstLine(text, span);
  return line === undefined || line.content - line.start <= indentation;
}

function firstLine(text: string, span: Span): ContentLine | undefined {
  return contentLines(text, span).next().value;
}
