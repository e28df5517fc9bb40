import { parseScript } from "../../packages/core/src/shell/commands/parsed-script.js";
import { unmappedText } from "../../packages/core/src/text/index.js";
import type { Alternatives, Value } from "../../packages/core/src/shell/index.js";

type Content = NonNullable<Alternatives[number]>;

/** A text with parts about which no claim is made, and the cause for each such part. */
export type TextClaim = readonly (string | { readonly cause: string })[];

/** Whether a text matches a claim; a part without a claim matches anything. */
export function holds(claim: TextClaim, actual: string): boolean {
  let position = 0;
  let isOpen = false;
  for (const [index, part] of claim.entries()) {
    if (typeof part !== "string") {
      isOpen = true;
      continue;
    }
    const isLast = index === claim.length - 1;
    if (isOpen && isLast) return actual.length - part.length >= position && actual.endsWith(part);
    const found = isOpen ? actual.indexOf(part, position) : position;
    if (found === -1 || !actual.startsWith(part, found)) return false;
    position = found + part.length;
    isOpen = false;
  }
  return isOpen || position === actual.length;
}

/** The causes for parts without claims. */
export function causesOf(claim: TextClaim): readonly string[] {
  return claim.flatMap((part) => (typeof part === "string" ? [] : [part.cause]));
}

/** The claim that the model makes about a file. */
export function contentClaim(content: Content): TextClaim {
  return joined(
    content.flatMap((part): TextClaim =>
      part.kind === "unknown" ? [{ cause: part.what }] : valueClaim(part.expanded),
    ),
  );
}

/** The claim that the model makes about a value. */
export function valueClaim({ text, guesses }: Value): TextClaim {
  const claim: (string | { readonly cause: string })[] = [];
  let position = 0;
  for (const { start, end, unknown } of guesses) {
    claim.push(text.text.slice(position, start), { cause: unknown.what });
    position = end;
  }
  return joined([...claim, text.text.slice(position)]);
}

/** The start of the model's placeholders for parts that are known only at run time, or the whole placeholder. */
const shown = /\$\{\{.*\}\}|\$\{|\$\(|`[^`]*`|\$[?A-Za-z_]\w*|\bREPOSITORY\b/gs;

/** Parses a claim from a text for people: each part that looks like a placeholder counts as unknown. */
export function shownClaim(text: string): TextClaim {
  const claim: (string | { readonly cause: string })[] = [];
  let position = 0;
  for (const { 0: start, index } of text.matchAll(shown)) {
    if (index < position) continue;
    const end = /^\$[{(]$/.test(start) ? endOfExpansion(text, index) : index + start.length;
    claim.push(text.slice(position, index), { cause: text.slice(index, end) });
    position = end;
  }
  return joined([...claim, text.slice(position)]);
}

/** The end of `$(...)` or `${...}`, whose text may contain further ones, or be truncated. */
function endOfExpansion(text: string, start: number): number {
  const close = text[start + 1] === "(" ? ")" : "}";
  for (let end = text.indexOf(close, start); end !== -1; end = text.indexOf(close, end + 1)) {
    const script = `: ${text.slice(start, end + 1)}`;
    if (parseScript(unmappedText(script, { start: 0, end: 0 })).isWhole) return end + 1;
  }
  const truncated = text.indexOf("...", start);
  return truncated === -1 ? text.length : truncated + 3;
}

/** Joins adjacent texts. */
function joined(claim: TextClaim): TextClaim {
  const result: (string | { readonly cause: string })[] = [];
  for (const part of claim) {
    const last = result.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
