import { deriveText, spanInFile, type MappedText, type Span } from "../../text/index.js";
import { evaluateExpression, type Contexts } from "./evaluate.js";
import {
  choice,
  isNeverEmpty,
  partsOf,
  text,
  unknown,
  type PartialText,
  type UnknownValue,
  type Value,
} from "./value.js";

/** A `${{ ... }}` of a text. Offsets are UTF-16 code units from 0. */
interface Substitution {
  readonly start: number;
  readonly end: number;
  /** The text between the braces. */
  readonly source: string;
}

/** Finds every `${{ ... }}`; a `}}` inside a string does not end it. */
export function findSubstitutions(whole: string): readonly Substitution[] {
  const found: Substitution[] = [];
  for (let start = whole.indexOf("${{"); start !== -1;) {
    let inString = false;
    let close = start + 3;
    while (close < whole.length && (inString || !whole.startsWith("}}", close))) {
      if (whole[close] === "'") inString = !inString;
      close++;
    }
    if (close >= whole.length) break;
    found.push({ start, end: close + 2, source: whole.slice(start + 3, close) });
    start = whole.indexOf("${{", close + 2);
  }
  return found;
}

/** Whether a text has an expression for GitHub to replace. */
export function hasExpressions(whole: string): boolean {
  return whole.includes("${{");
}

/** A text of the workflow, such as a variable's value, with its expressions replaced: one text or a choice of texts. */
export function substituteText(whole: string, contexts: Contexts): Value {
  if (!hasExpressions(whole)) return text([whole]);
  const substitutions = findSubstitutions(whole);
  let results: readonly PartialText[] = [[]];
  let position = 0;
  for (const { start, end, source } of substitutions) {
    const before = whole.slice(position, start);
    const alternatives = certainAlternatives(evaluateExpression(source, contexts), source);
    results = results.flatMap((parts) => alternatives.map((added) => [...parts, before, ...added]));
    if (results.length > 50) return unknown(whole);
    position = end;
  }
  const rest = whole.slice(position);
  return choice(
    results.map((parts) => text([...parts, rest])),
    whole.trim(),
  );
}

/** How the expressions of a script are replaced. */
export interface ScriptSubstitution {
  /** Writes a part that is not known. */
  readonly standIn: (value: UnknownValue) => string;
  /**
   * Chooses one of the values of an expression that may have several: an index from 0 to `count - 1`. `location` is where
   * the expression is in the file.
   */
  readonly pick: (source: string, count: number, location: Span) => number;
}

/** With more combinations of the values of a script's expressions, none is chosen: they count as unknown. */
const MAX_SCRIPTS = 8;

/** A script as the shell gets it: each expression is replaced by its known parts, in quotes and here-documents, too. */
export function substituteScript(
  script: MappedText,
  contexts: Contexts,
  { standIn, pick }: ScriptSubstitution,
): MappedText {
  if (!hasExpressions(script.text)) return script;
  const builder = deriveText(script, { start: 0, end: script.text.length }, encode);
  const found = findSubstitutions(script.text).map(({ start, end, source }) => ({
    start,
    end,
    name: source.trim(),
    alternatives: certainAlternatives(evaluateExpression(source, contexts), source),
  }));
  const counts = new Map(found.map(({ name, alternatives }) => [name, alternatives.length]));
  const isPicked = [...counts.values()].reduce((product, count) => product * count, 1) <= MAX_SCRIPTS;
  let position = 0;
  for (const { start, end, name, alternatives } of found) {
    const [first = [], ...others] = alternatives;
    const parts =
      others.length === 0
        ? first
        : isPicked
          ? (alternatives[pick(name, alternatives.length, spanInFile(script, start, end))] ?? first)
          : [unknown(name, isEachFilled(alternatives))];
    // Text after `$NAME` is a part of the name.
    const extended =
      typeof parts[0] === "string"
        ? undefined
        : /(?<!\\)\$[A-Za-z_]\w*$/.exec(script.text.slice(position, start));
    const from = extended ? position + extended.index : start;
    const shown = extended ? [unknown(script.text.slice(from, end))] : parts;
    builder.copy(position, from);
    builder.replace(
      from,
      end,
      shown.map((part) => (typeof part === "string" ? part : standIn(part))).join(""),
    );
    position = end;
  }
  builder.copy(position, script.text.length);
  return builder.build();
}

/** Rejects edits that would insert an expression. */
function encode(replacement: string): string | undefined {
  return hasExpressions(replacement) ? undefined : replacement;
}

/**
 * The texts that an expression may be replaced by, if all are known. Otherwise one that is unknown as a whole: its
 * possible values say no more about it than whether it may be empty.
 */
function certainAlternatives(value: Value, source: string): readonly PartialText[] {
  const alternatives = alternativesOf(value);
  if (alternatives.length === 1) return alternatives;
  return alternatives.every((parts) => parts.every((part) => typeof part === "string"))
    ? [...new Set(alternatives.map((parts) => parts.join("")))].map((whole) => [whole])
    : [[unknown(source.trim(), isNeverEmpty(value) || undefined)]];
}

/** `true` if no alternative is empty; `undefined` otherwise. */
function isEachFilled(alternatives: readonly PartialText[]): true | undefined {
  return alternatives.every((parts) => parts.some((part) => part !== "")) || undefined;
}

function alternativesOf(value: Value): readonly PartialText[] {
  return value.kind === "choice" ? value.values.flatMap(alternativesOf) : [partsOf(value)];
}
