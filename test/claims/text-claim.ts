import type { Alternatives, Value } from "../../packages/core/src/shell/index.js";

type Content = NonNullable<Alternatives[number]>;

/** A text of which parts are not claimed; each such part says why. */
export type TextClaim = readonly (string | { readonly cause: string })[];

/** Whether a text is what was claimed of it; a part that is not claimed may be anything. */
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

/** Why parts are not claimed. */
export function causesOf(claim: TextClaim): readonly string[] {
  return claim.flatMap((part) => (typeof part === "string" ? [] : [part.cause]));
}

export function contentClaim(content: Content): TextClaim {
  return joined(
    content.flatMap((part): TextClaim =>
      part.kind === "unknown" ? [{ cause: part.program }] : valueClaim(part.expanded),
    ),
  );
}

export function valueClaim({ text, guesses }: Value): TextClaim {
  const claim: (string | { readonly cause: string })[] = [];
  let position = 0;
  for (const { start, end, unknown } of guesses) {
    claim.push(text.text.slice(position, start), { cause: unknown.what });
    position = end;
  }
  return joined([...claim, text.text.slice(position)]);
}

/** What the model shows in the place of a part that only the run knows. */
const shown =
  /\$\{\{.*\}\}|\$\{[^}]*\}|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|`[^`]*`|\$[?A-Za-z_]\w*|\bREPOSITORY\b/gs;

/** The claim in a text that is made for people: whatever looks like an unknown part is taken for one. */
export function shownClaim(text: string): TextClaim {
  const claim: (string | { readonly cause: string })[] = [];
  let position = 0;
  for (const { 0: label, index } of text.matchAll(shown)) {
    claim.push(text.slice(position, index), { cause: label });
    position = index + label.length;
  }
  return joined([...claim, text.slice(position)]);
}

/** Texts beside each other are one text. */
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
