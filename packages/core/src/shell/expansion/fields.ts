import { parse, type Word, type WordPart } from "unbash";
import { unmappedText } from "../../text/index.js";
import type { CallWord } from "../command-call.js";
import { type Context, originOf, unknownAt } from "../context.js";
import { isOn } from "../state/shell-state.js";
import {
  displayOf,
  firstUnknown,
  joinValues,
  knownText,
  textValue,
  unknownValue,
  type Value,
} from "../values/value.js";
import { expandBraces } from "./braces.js";
import { assemble, type Field } from "./field-pieces.js";
import { maySplit } from "./field-splitting.js";
import { matchFiles } from "./globs.js";
import { escapePattern, parsePattern } from "./patterns.js";
import { expandSingle } from "./single-text.js";
import { tildeValue } from "./tilde.js";
import { partsOf } from "./word-parts.js";

/** Expands a word to fields, as words of a call; an element of an array is never like an assignment. */
export function fieldsOf(word: Word, context: Context, isElement = false): readonly CallWord[] {
  if (word.parts === undefined) {
    const plain = plainWord(word, context);
    if (plain) return [plain];
  }
  const parts = partsOf(word);
  if (parts.some((part) => part.type === "BraceExpansion")) return fieldsOfBraces(word, context);
  const given = positionalWords(word, parts, context);
  if (given) return given;
  const fields = assemble(parts, context, isElement);
  return fields.flatMap((field) => wordsOf(field, word, context));
}

/** A word of plain characters. */
function plainWord(word: Word, context: Context): CallWord | undefined {
  if (/[~\\*?[]/.test(word.text)) return undefined;
  const part = { type: "Literal", pos: word.pos, end: word.end, text: word.text, value: word.value } as const;
  const text = expandSingle(part, context);
  // An expression of GitHub's may become several words.
  return callWord(text, maySplit(text), word);
}

/** The value of a word that the shell does not split, such as a redirection's target, or what is assigned. */
export function valueOf(word: Word, context: Context, isAssigned = false): Value {
  const parts = partsOf(word);
  return joinValues(
    parts.map((part, index) => {
      const place = { isFirst: index === 0, isLast: index === parts.length - 1, isAssigned };
      return tildeValue(part, place, context) ?? expandSingle(part, context);
    }),
  );
}

/** A word that is only `"$@"`: the positional words, with their own nodes if they are of the same script. */
function positionalWords(
  word: Word,
  parts: readonly WordPart[],
  context: Context,
): readonly CallWord[] | undefined {
  const [only, second] = parts;
  const part = only?.type === "DoubleQuoted" && only.parts.length === 1 ? only.parts[0] : only;
  const isQuoted = only?.type === "DoubleQuoted";
  if (second !== undefined || !isQuoted) return undefined;
  if (part?.type !== "SimpleExpansion" || part.text !== "$@") return undefined;
  const positional = context.state.positional.get("");
  if (!positional) return [];
  return positional.words.map((given) => (positional.script === context.script ? given : { ...given, word }));
}

function fieldsOfBraces(word: Word, context: Context): readonly CallWord[] {
  const texts = expandBraces(word.text);
  if (!texts) {
    const unknown = unknownAt(word, context, `\`${word.text}\``);
    return [callWord(unknownValue(unknown), true, word)];
  }
  const origin = originOf(word, context);
  return texts.flatMap((text) => {
    const source = `: ${text}`;
    const command = parse(source).commands[0]?.command;
    const script = unmappedText(source, origin);
    const own = command?.type === "Command" ? command.args : [];
    return own.flatMap((part) =>
      part.type === "Word" && !part.parts?.some((piece) => piece.type === "BraceExpansion")
        ? fieldsOf(part, { ...context, script }).map((field) => ({ ...field, word }))
        : [callWord(textValue(text, origin), false, word)],
    );
  });
}

function wordsOf({ pieces }: Field, word: Word, context: Context): readonly CallWord[] {
  const value = joinValues(pieces.map((piece) => piece.value));
  const isPattern = pieces.some((piece) => !piece.isQuoted && /[*?[]/.test(knownText(piece.value) ?? ""));
  const splits = pieces.some(({ isExpansion, value }) => isExpansion && maySplit(value));
  if (!isPattern || isOn(context.state, "noglob")) return [callWord(value, splits, word)];
  if (splits || firstUnknown(value)) return [unknownWord(word, value, context)];
  const pattern = pieces
    .map((piece) => {
      const text = piece.value.text.text;
      return piece.isQuoted ? escapePattern(text) : text;
    })
    .join("");
  // An unclosed bracket is not a pattern: `[` is a command.
  if (parsePattern(pattern)?.literal !== undefined) return [callWord(value, false, word)];
  const found = matchFiles(pattern, context);
  if (found.kind === "unknown") return [unknownWord(word, value, context)];
  if (found.paths.length > 0)
    return found.paths.map((path) => callWord(textValue(path, originOf(word, context)), false, word));
  return isOn(context.state, "nullglob") ? [] : [callWord(value, false, word)];
}

/** A pattern that may match any files, or none: then it stays as it is. */
function unknownWord(word: Word, pattern: Value, context: Context): CallWord {
  const unknown = unknownAt(word, context, `\`${word.text}\``);
  const text = unknownValue({ ...unknown, label: `$(echo ${unknown.label})` });
  return { ...callWord(text, true, word), value: displayOf(pattern) };
}

/** A word of a call with the given value. */
export function callWord(value: Value, maySplit: boolean, word: Word): CallWord {
  const known = knownText(value);
  return { value: known ?? displayOf(value), isKnown: known !== undefined, text: value, maySplit, word };
}
