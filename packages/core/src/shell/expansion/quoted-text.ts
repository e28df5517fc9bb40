import type { WordPart } from "unbash";
import { deriveText, lazyText, type MappedText } from "../../text/index.js";
import type { Context, Node } from "../context.js";
import type { Guess, Value } from "../values/value.js";
import { expandSingle } from "./single-text.js";
import { withUnknownExpressions } from "./unknown-expressions.js";
import { QUOTING, type Quoting } from "./quoting.js";

/** A step in building a text: copies a part of the script, or replaces it. */
type Step =
  | { readonly kind: "copy"; readonly start: number; readonly end: number }
  | { readonly kind: "replace"; readonly start: number; readonly end: number; readonly text: string };

/**
 * The text of a quoted node or a here-document's body, mapped to the file: expansions are replaced, and backslashes
 * removed.
 */
export function quotedText(
  parts: readonly WordPart[],
  node: Node,
  quoting: Quoting,
  context: Context,
  stripTabs: boolean,
): Value {
  const { script } = context;
  const steps: Step[] = [];
  const guesses: Guess[] = [];
  const chunks: string[] = [];
  let length = 0;

  function copy(start: number, end: number): void {
    if (end <= start) return;
    steps.push({ kind: "copy", start, end });
    chunks.push(script.text.slice(start, end));
    length += end - start;
  }

  function replace(start: number, end: number, text: string): void {
    steps.push({ kind: "replace", start, end, text });
    chunks.push(text);
    length += text.length;
  }

  function appendLiteral(start: number, end: number): void {
    const source = script.text;
    const { escapable } = QUOTING[quoting];
    const isPlain = escapable === "" || !source.slice(start, end).includes("\\");
    if (isPlain && !stripTabs) {
      copy(start, end);
      return;
    }
    // The end of the part that is copied or dropped so far.
    let position = start;
    // Tabs are stripped at the start of a line after backslashes have joined lines.
    let startsLine = start === node.pos || source[start - 1] === "\n";
    for (let index = start; index < end; index++) {
      const character = source[index];
      if (stripTabs && startsLine && character === "\t") {
        copy(position, index);
        position = index + 1;
      } else if (character === "\\" && index + 1 < end && isEscapable(source[index + 1], escapable)) {
        copy(position, index);
        // A backslash before a line end joins the lines; any other forms one unit with the character that it escapes.
        const joins = source[index + 1] === "\n";
        if (!joins) replace(index, index + 2, source.charAt(index + 1));
        index++;
        position = index + 1;
        startsLine &&= joins;
      } else {
        startsLine = character === "\n";
      }
    }
    copy(position, end);
  }

  for (const part of parts) {
    if (part.type === "Literal") {
      appendLiteral(part.pos, part.end);
      continue;
    }
    const value = expandSingle(part, context, true);
    for (const { start, end, unknown } of value.guesses)
      guesses.push({ start: start + length, end: end + length, unknown });
    replace(part.pos, part.end, value.text.text);
  }
  const text = chunks.join("");
  return withUnknownExpressions({
    text: lazyText(text, () => buildText(script, node, quoting, steps)),
    guesses,
  });
}

function buildText(script: MappedText, node: Node, quoting: Quoting, steps: readonly Step[]): MappedText {
  const builder = deriveText(script, { start: node.pos, end: node.end }, QUOTING[quoting].encode);
  for (const step of steps) {
    if (step.kind === "copy") builder.copy(step.start, step.end);
    else builder.replace(step.start, step.end, step.text);
  }
  return builder.build();
}

function isEscapable(character: string | undefined, escapable: string | undefined): boolean {
  return character !== undefined && (escapable === undefined || escapable.includes(character));
}
