import { lineStart } from "../text/index.js";

/*
 * Searches for the names of Codex and AWF in any part of a file, without a parser.
 */

/** Whether a text names Codex or AWF. */
export function namesEither(text: string): boolean {
  return namesAwf(text) || namesCodex(text);
}

/** Whether a text names AWF. */
export function namesAwf(text: string): boolean {
  return text.includes("awf");
}

/**
 * Whether a text contains `CODEX_HOME`, or `codex` where it may be a word of a shell script. Lock files of other engines
 * contain it in lists of models and folders: `gpt-5-codex`, `"codex":["agent"]`, `.codex`.
 */
export function namesCodex(text: string): boolean {
  return offsetsOf(/CODEX_HOME|codex/g, text).next().done !== true;
}

/** The offsets of what `namesCodex` and `namesAwf` look for. */
export function offsetsOfNames(text: string): Generator<number, undefined> {
  return offsetsOf(/CODEX_HOME|codex|awf/g, text);
}

/** The offsets of names, except for those of `codex` where it is no word. */
function* offsetsOf(names: RegExp, text: string): Generator<number, undefined> {
  // One search for all names. Checking the surroundings in the expression would make the search ten times slower.
  for (let match = names.exec(text); match; match = names.exec(text)) {
    const { 0: name, index } = match;
    if (name !== "codex" || isWordOfScript(text, index, names.lastIndex)) yield index;
  }
  return undefined;
}

function isWordOfScript(text: string, start: number, end: number): boolean {
  return (startsWord(text, start) && endsWord(text, end)) || isInFlowMapping(text, start);
}

/** `env: { AGENT: codex, ... }` looks like a list of models. */
function isInFlowMapping(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset);
  return /^ *(?:- +)?[\w"'-]+: *\{/.test(line);
}

function startsWord(text: string, offset: number): boolean {
  // In a YAML string, escapes such as `\n` separate words.
  return offset === 0 || text[offset - 2] === "\\" || !/[\w.*-]/.test(text.charAt(offset - 1));
}

function endsWord(text: string, offset: number): boolean {
  if (/[\w.*:,/-]/.test(text.charAt(offset))) return false;
  // In JSON, one of these characters follows a closing quote, which may be escaped.
  let end = offset;
  while (/["'\\]/.test(text.charAt(end))) end++;
  return end === offset || !/[:,\]}]/.test(text.charAt(end));
}
