import type { WordPart } from "unbash";
import { originOf, type Context } from "../context.js";
import { directoryOf, isOn } from "../state/shell-state.js";
import { lookUp } from "../state/lookup.js";
import { withUnknownExpressions } from "./unknown-expressions.js";
import { joinValues, textValue, unknownValue, type Value } from "../values/value.js";

/** Where a part of a word is, which decides what a `~` in it means. */
export interface TildePlace {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether the word is a value that is assigned: a `~` after a `:` is expanded, too. */
  readonly isAssigned: boolean;
}

/** A word like an assignment, such as the argument of `env CODEX_HOME=~/codex`: Bash also expands a `~` after its `=`. */
const LIKE_ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** The value of a part of a word in which `~` is expanded; `undefined` if none is. */
export function tildeValue(part: WordPart, place: TildePlace, context: Context): Value | undefined {
  if (part.type !== "Literal" || !part.text.includes("~")) return undefined;
  const { text } = part;
  const origin = originOf(part, context);
  const pieces: Value[] = [];
  let position = 0;
  for (const { index } of text.matchAll(/~/g)) {
    const isStart = index === 0 ? place.isFirst : place.isAssigned && /(?<!\\):$/.test(text.slice(0, index));
    const name = isStart ? nameAt(text, index, place) : undefined;
    const folder = name === undefined ? undefined : folderNamed(name, context);
    if (name === undefined || !folder) continue;
    pieces.push(textValue(unescaped(text.slice(position, index)), origin), folder);
    position = index + 1 + name.length;
  }
  if (pieces.length === 0) return undefined;
  return withUnknownExpressions(joinValues([...pieces, textValue(unescaped(text.slice(position)), origin)]));
}

/** The values of the parts of a word like an assignment, whose value has a `~`; `undefined` for any other word. */
export function likeAssignment(
  parts: readonly WordPart[],
  { state }: Context,
): readonly WordPart[] | undefined {
  const [first, ...rest] = parts;
  const name = first?.type === "Literal" ? LIKE_ASSIGNMENT.exec(first.text)?.[0] : undefined;
  if (first?.type !== "Literal" || name === undefined || isOn(state, "posix")) return undefined;
  if (!parts.some((part) => part.type === "Literal" && part.text.includes("~"))) return undefined;
  const pos = first.pos + name.length;
  const before: WordPart = { type: "Literal", pos: first.pos, end: pos, text: name, value: name };
  const text = first.text.slice(name.length);
  return [
    before,
    { type: "Literal", pos, end: first.end, text, value: first.value.slice(name.length) },
    ...rest,
  ];
}

/** The name after a `~`, which is the whole text up to the next delimiter; `undefined` if a part of it is quoted. */
function nameAt(text: string, index: number, { isLast, isAssigned }: TildePlace): string | undefined {
  const delimiter = isAssigned ? /[/:]/ : /\//;
  const rest = text.slice(index + 1);
  const end = rest.search(delimiter);
  if (end === -1 && !isLast) return undefined;
  return end === -1 ? rest : rest.slice(0, end);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([^])/g, (_, character: string) => (character === "\n" ? "" : character));
}

function folderNamed(name: string, context: Context): Value | undefined {
  const { state } = context;
  const text = (value: string): Value => textValue(value, { start: 0, end: 0 });
  switch (name) {
    case "":
      return variable("HOME", context) ?? text("/home/runner");
    case "+":
      return variable("PWD", context) ?? text(directoryOf(state));
    case "-":
      return variable("OLDPWD", context);
    case "root":
      return text("/root");
    case "runner":
      return text("/home/runner");
    default:
      return undefined;
  }
}

function variable(name: string, { state }: Context): Value | undefined {
  const held = lookUp(state, name);
  if (held.kind === "unset") return undefined;
  return held.kind === "set" ? held.value : unknownValue(held.unknown);
}
