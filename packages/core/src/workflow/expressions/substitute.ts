import { deriveText, type MappedText } from "../../text/index.js";
import { evaluateExpression, type Contexts } from "./evaluate.js";
import { choice, partsOf, text, unknown, type PartialText, type UnknownValue, type Value } from "./value.js";

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
    const alternatives = alternativesOf(evaluateExpression(source, contexts));
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

/**
 * A script as the shell gets it: each expression is replaced by its known parts, in quotes and here-documents, too.
 * `standIn` writes the parts that are not known.
 */
export function substituteScript(
  script: MappedText,
  contexts: Contexts,
  standIn: (value: UnknownValue) => string,
): MappedText {
  if (!hasExpressions(script.text)) return script;
  const builder = deriveText(script, { start: 0, end: script.text.length }, encode);
  let position = 0;
  for (const { start, end, source } of findSubstitutions(script.text)) {
    builder.copy(position, start);
    const [parts = [], ...others] = alternativesOf(evaluateExpression(source, contexts));
    const certain = others.length === 0 ? parts : [unknown(source.trim())];
    builder.replace(
      start,
      end,
      certain.map((part) => (typeof part === "string" ? part : standIn(part))).join(""),
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

function alternativesOf(value: Value): readonly PartialText[] {
  return value.kind === "choice" ? value.values.flatMap(alternativesOf) : [partsOf(value)];
}
