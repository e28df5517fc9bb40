import { parse, type Word, type WordPart } from "unbash";
import { unmappedText } from "../../text/index.js";
import type { CallWord } from "../command-call.js";
import { originOf, unknownAt, type Context } from "../context.js";
import { lookUp } from "../state/lookup.js";
import { isOn } from "../state/shell-state.js";
import {
  displayOf,
  firstUnknown,
  joinValues,
  knownText,
  sliceValue,
  textValue,
  unknownValue,
  type Value,
} from "../values/value.js";
import { hasStandIn } from "./unknown-expressions.js";
import { expandBraces } from "./braces.js";
import { matchFiles } from "./globs.js";
import { expandParameter } from "./parameters.js";
import { expandSingle } from "./single-text.js";
import { escapePattern, parsePattern } from "./patterns.js";
import { quotedText } from "./quoted-text.js";
import { tildeValue } from "./tilde.js";
import { partsOf } from "./word-parts.js";

/** A piece of a word, and how the shell treats it. */
interface Piece {
  readonly value: Value;
  /** Whether the shell splits it at blanks. */
  readonly isExpansion: boolean;
  readonly isQuoted: boolean;
}

/** A field under construction. */
interface Field {
  readonly pieces: Piece[];
}

/** Expands a word to fields, as words of a call. */
export function fieldsOf(word: Word, context: Context): readonly CallWord[] {
  if (word.parts === undefined) {
    const plain = plainWord(word, context);
    if (plain) return [plain];
  }
  const parts = partsOf(word);
  if (parts.some((part) => part.type === "BraceExpansion")) return fieldsOfBraces(word, context);
  const given = positionalWords(word, parts, context);
  if (given) return given;
  const fields = assemble(parts, context);
  return fields.flatMap((field) => wordsOf(field, word, context));
}

/** A word of plain characters. */
function plainWord(word: Word, context: Context): CallWord | undefined {
  if (word.text.startsWith("~") || /[\\*?[]/.test(word.text)) return undefined;
  const part = { type: "Literal", pos: word.pos, end: word.end, text: word.text, value: word.value } as const;
  const text = expandSingle(part, context);
  // An expression of GitHub's may become several words.
  return callWord(text, maySplit(text), word);
}

/** The value of a word that the shell does not split, such as a redirection's target. */
export function valueOf(word: Word, context: Context): Value {
  const parts = partsOf(word);
  return joinValues(
    parts.map((part, index) =>
      index === 0 ? (tildeValue(part, context) ?? expandSingle(part, context)) : expandSingle(part, context),
    ),
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

function assemble(parts: readonly WordPart[], context: Context): readonly Field[] {
  const fields: Field[] = [];
  let current: Field | undefined;
  const add = (piece: Piece): void => {
    (current ??= { pieces: [] }).pieces.push(piece);
  };
  const close = (): void => {
    if (current) fields.push(current);
    current = undefined;
  };
  const addSplit = (value: Value): void => {
    splitInto(value, context, add, close);
  };
  for (const [index, part] of parts.entries()) {
    const tilde = index === 0 ? tildeValue(part, context) : undefined;
    if (tilde) {
      add({ value: tilde, isExpansion: false, isQuoted: true });
      continue;
    }
    switch (part.type) {
      case "DoubleQuoted":
      case "LocaleString":
        addQuoted(part, context, add, close);
        break;
      case "SimpleExpansion":
      case "ParameterExpansion": {
        const expanded = expandParameter(part, context);
        if (expanded.kind === "value") addSplit(expanded.value);
        else if (expanded.kind === "fields")
          for (const [at, value] of expanded.values.entries()) {
            if (at > 0) close();
            addSplit(value);
          }
        else if (expanded.kind === "operand") addOperand(expanded.operand, context, add, close);
        break;
      }
      case "CommandExpansion":
      case "ArithmeticExpansion":
        addSplit(expandSingle(part, context));
        break;
      case "SingleQuoted":
      case "AnsiCQuoted":
      case "ProcessSubstitution":
        add({ value: expandSingle(part, context), isExpansion: false, isQuoted: true });
        break;
      case "Literal":
        add({
          value: expandSingle(part, context),
          isExpansion: hasStandIn(part.text),
          isQuoted: part.text.includes("\\"),
        });
        break;
      case "Glob":
      case "ExtendedGlob":
      case "BraceExpansion":
        add({ value: expandSingle(part, context), isExpansion: false, isQuoted: false });
    }
  }
  close();
  return fields;
}

/** Quoted text is a field even if it is empty; a `"$@"` in it adds a field for each parameter. */
function addQuoted(
  part: Extract<WordPart, { type: "DoubleQuoted" | "LocaleString" }>,
  context: Context,
  add: (piece: Piece) => void,
  close: () => void,
): void {
  const spread = part.parts.map((child) => {
    if (child.type !== "SimpleExpansion" && child.type !== "ParameterExpansion") return undefined;
    if (!child.text.includes("@")) return undefined;
    const expanded = expandParameter(child, context);
    return expanded.kind === "fields" && !expanded.joins ? expanded.values : undefined;
  });
  if (spread.every((values) => values === undefined)) {
    // An unknown array may have no element, or several.
    const isList = part.parts.some(({ text }) => /^\$(?:@|\{@|\{!?\w+\[@\]|\{!\w+@\})/.test(text));
    add({ value: expandSingle(part, context), isExpansion: isList, isQuoted: true });
    return;
  }
  for (const [index, child] of part.parts.entries()) {
    const values = spread[index];
    if (!values) {
      const value = quotedText([child], child, "double-quoted", context, false);
      add({ value, isExpansion: false, isQuoted: true });
      continue;
    }
    for (const [at, value] of values.entries()) {
      if (at > 0) close();
      add({ value, isExpansion: false, isQuoted: true });
    }
  }
}

/** Splits an operand at its unquoted blanks, as in `${MODEL:+ --model "$MODEL"}`. */
function addOperand(operand: Word, context: Context, add: (piece: Piece) => void, close: () => void): void {
  for (const part of partsOf(operand)) {
    if (part.type === "DoubleQuoted") addQuoted(part, context, add, close);
    else if (part.type === "SingleQuoted" || part.type === "AnsiCQuoted")
      add({ value: expandSingle(part, context), isExpansion: false, isQuoted: true });
    else splitInto(expandSingle(part, context), context, add, close);
  }
}

/** Splits the result of an expansion. */
function splitInto(value: Value, context: Context, add: (piece: Piece) => void, close: () => void): void {
  const separators = separatorsOf(context);
  const { text } = value.text;
  const piece = (start: number, end: number): void => {
    if (end > start) add({ value: sliceValue(value, start, end), isExpansion: true, isQuoted: false });
  };
  if (separators === "" || !Array.from(separators).some((separator) => text.includes(separator))) {
    piece(0, text.length);
    return;
  }
  const isBlank = (character: string): boolean => /[ \t\n]/.test(character);
  let start = 0;
  let hasField = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (!separators.includes(character)) continue;
    if (value.guesses.some((guess) => guess.start <= index && guess.end > index)) continue;
    if (index > start) hasField = true;
    piece(start, index);
    // A separator that is not a blank ends a field even if the field is empty.
    if (!isBlank(character) && !hasField && index === start)
      add({
        value: textValue("", value.guesses[0]?.unknown.origin ?? { start: 0, end: 0 }),
        isExpansion: true,
        isQuoted: true,
      });
    close();
    hasField = isBlank(character) ? hasField : false;
    start = index + 1;
  }
  piece(start, text.length);
}

function separatorsOf({ state }: Context): string {
  const held = lookUp(state, "IFS");
  if (held.kind === "unset") return " \t\n";
  return held.kind === "set" ? (knownText(held.value) ?? " \t\n") : " \t\n";
}

function wordsOf({ pieces }: Field, word: Word, context: Context): readonly CallWord[] {
  const value = joinValues(pieces.map((piece) => piece.value));
  const isPattern = pieces.some((piece) => !piece.isQuoted && /[*?[]/.test(knownText(piece.value) ?? ""));
  const splits = pieces.some(({ isExpansion, value }) => isExpansion && maySplit(value));
  if (!isPattern || isOn(context.state, "noglob")) return [callWord(value, splits, word)];
  if (splits || firstUnknown(value)) return [callWord(value, true, word)];
  const pattern = pieces
    .map((piece) => {
      const text = piece.value.text.text;
      return piece.isQuoted ? escapePattern(text) : text;
    })
    .join("");
  // An unclosed bracket is not a pattern: `[` is a command.
  if (parsePattern(pattern)?.literal !== undefined) return [callWord(value, false, word)];
  const found = matchFiles(pattern, context);
  if (found.kind === "unknown") {
    const unknown = unknownAt(word, context, `\`${word.text}\``);
    return [callWord(unknownValue({ ...unknown, origin: unknown.origin }), true, word)];
  }
  if (found.paths.length > 0)
    return found.paths.map((path) => callWord(textValue(path, originOf(word, context)), false, word));
  return isOn(context.state, "nullglob") ? [] : [callWord(value, false, word)];
}

/** Whether an unquoted value may become no word or several. */
function maySplit({ guesses }: Value): boolean {
  return guesses.some(({ unknown }) => unknown.distinct !== true && !ONE_WORD.test(unknown.id));
}

/** Values of GitHub's that are never empty and hold neither blanks nor patterns. */
const ONE_WORD =
  /^expression (?:github\.(?:actor|job|ref|ref_name|repository|repository_id|repository_owner|run_attempt|run_id|run_number|sha)|runner\.arch)$/;

/** A word of a call with the given value. */
export function callWord(value: Value, maySplit: boolean, word: Word): CallWord {
  const known = knownText(value);
  return { value: known ?? displayOf(value), isKnown: known !== undefined, text: value, maySplit, word };
}
