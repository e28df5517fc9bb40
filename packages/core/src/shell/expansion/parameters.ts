import type { ParameterExpansionPart, SimpleExpansionPart, Word, WordPart } from "unbash";
import { deriveText, lazyText } from "../../text/index.js";
import type { CallWord } from "../command-call.js";
import { originOf, unknownAt, type Context } from "../context.js";
import { ControlFlow } from "../state/control-flow.js";
import { ask, isEmpty } from "../state/facts.js";
import { assignVariable, elementsOf, failWithError, lookUp, targetOf } from "../state/lookup.js";
import { isOn } from "../state/shell-state.js";
import { heldBy, type Held } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import {
  joinValues,
  knownText,
  mappedValue,
  signatureOf,
  textValue,
  unknownValue,
  type Value,
  type Unknown,
} from "../values/value.js";
import { evaluate, evaluateText } from "./arithmetic.js";
import { numberOf, operate, slice, sliceElements } from "./parameter-operations.js";
import { quotedText } from "./quoted-text.js";
import { withUnknownExpressions } from "./unknown-expressions.js";
import { QUOTING } from "./quoting.js";
import { partsOf } from "./word-parts.js";

/** The result of a parameter expansion. */
export type Expanded =
  | { readonly kind: "value"; readonly value: Value }
  /** `$@`, `${a[@]}`: one field per element; `joins` for `$*`, which is one text in quotes. */
  | {
      readonly kind: "fields";
      readonly values: readonly Value[];
      readonly joins: boolean;
      /** The words of the call that the fields come from. */
      readonly words: readonly CallWord[] | undefined;
    }
  /** `${X:-operand}`. */
  | { readonly kind: "operand"; readonly operand: Word }
  | { readonly kind: "nothing" };

/** Expands a part of a word to one text, as in quotes. */
export function expandSingle(part: WordPart, context: Context): Value {
  switch (part.type) {
    case "Literal":
      return literalValue(part, context);
    case "SingleQuoted":
      return sliceOfScript(part.pos + 1, part.end - 1, part, "single-quoted", context);
    case "DoubleQuoted":
      return quotedText(
        part.parts,
        { pos: part.pos + 1, end: part.end - 1 },
        "double-quoted",
        context,
        false,
      );
    case "LocaleString":
      return quotedText(part.parts, part, "double-quoted", context, false);
    case "AnsiCQuoted":
      return textValue(part.value, originOf(part, context));
    case "SimpleExpansion":
    case "ParameterExpansion":
      return singleValue(expandParameter(part, context), part, context);
    case "CommandExpansion":
      return context.substitutions.command(part, context);
    case "ArithmeticExpansion": {
      const value = part.expression ? evaluate(part.expression, context) : undefined;
      return value === undefined
        ? unknownValue(unknownAt(part, context, `\`${part.text}\``))
        : textValue(String(value), originOf(part, context));
    }
    case "ProcessSubstitution":
      return context.substitutions.process(part, context);
    case "Glob":
    case "ExtendedGlob":
    case "BraceExpansion":
      return sliceOfScript(part.pos, part.end, part, "unquoted", context);
  }
}

function singleValue(expanded: Expanded, part: WordPart, context: Context): Value {
  switch (expanded.kind) {
    case "value":
      return expanded.value;
    case "fields": {
      const separator = textValue(expanded.joins ? firstSeparator(context) : " ", originOf(part, context));
      return joinValues(
        expanded.values.flatMap((value, index) => (index > 0 ? [separator, value] : [value])),
      );
    }
    case "operand":
      return expandOperand(expanded.operand, context);
    case "nothing":
      return textValue("", originOf(part, context));
  }
}

/** The separator of the parameters in `"$*"`. */
export function firstSeparator({ state }: Context): string {
  const held = lookUp(state, "IFS");
  if (held.kind === "unset") return " ";
  return held.kind === "set" ? (knownText(held.value)?.charAt(0) ?? " ") : " ";
}

/** The value of a word that the shell does not split, such as the operand of `${X:-operand}`. */
export function expandOperand(word: Word, context: Context): Value {
  return joinValues(partsOf(word).map((part) => expandSingle(part, context)));
}

function literalValue(part: Extract<WordPart, { type: "Literal" }>, context: Context): Value {
  if (!part.text.includes("\\")) return sliceOfScript(part.pos, part.end, part, "unquoted", context);
  return quotedText([part], part, "unquoted", context, false);
}

function sliceOfScript(
  start: number,
  end: number,
  part: WordPart,
  quoting: "single-quoted" | "unquoted",
  { script }: Context,
): Value {
  const span = quoting === "single-quoted" ? { start, end } : { start: part.pos, end: part.end };
  const text = script.text.slice(start, end);
  return withUnknownExpressions(
    mappedValue(
      lazyText(text, () => {
        const builder = deriveText(script, span, QUOTING[quoting].encode);
        builder.copy(start, end);
        return builder.build();
      }),
    ),
  );
}

/** Expands `$X` or `${...}`. */
export function expandParameter(
  part: SimpleExpansionPart | ParameterExpansionPart,
  context: Context,
): Expanded {
  const { state } = context;
  if (part.type === "SimpleExpansion") {
    if (nameGoesOn(context.script.text, part.end)) return unknown(part, context);
    const name = part.text.slice(1);
    if (name === "@" || name === "*") return allParameters(name === "*", context);
    return plain(lookUp(state, name), name, context);
  }
  if (part.index?.value === "@" || part.index?.value === "*") return expandArray(part, context);
  if (part.parameter === "@" || part.parameter === "*") {
    const all = allParameters(part.parameter === "*", context);
    if (part.prefix === "#")
      return { kind: "value", value: plainText(String(all.values.length), part, context) };
    return part.operation ? operateOnAll(all, part, context) : all;
  }
  if (part.operation?.type === "Names") {
    const names = state.variables
      .keys()
      .filter((name) => name.startsWith(part.parameter))
      .sort();
    return fields(
      names.map((name) => plainText(name, part, context)),
      part.operation.operator === "*",
    );
  }
  const held = heldParameter(part, context);
  if (!held) return unknown(part, context);
  if (part.prefix === "#") {
    failIfUnset(held, part.parameter, context);
    const text = held.kind === "set" ? knownText(held.value) : held.kind === "unset" ? "" : undefined;
    return text === undefined
      ? unknown(part, context)
      : { kind: "value", value: plainText(String(Array.from(text).length), part, context) };
  }
  return part.operation ? expandOperation(part, held, context) : plain(held, part.parameter, context);
}

/** The variable itself, an element of an array or, for `${!X}`, the variable that it names. */
function heldParameter(part: ParameterExpansionPart, context: Context): Held | undefined {
  const { state } = context;
  if (part.prefix === "!") {
    const named = lookUp(state, part.parameter);
    const name = named.kind === "set" ? knownText(named.value) : undefined;
    return name !== undefined && /^\w+$/.test(name) ? lookUp(state, name) : undefined;
  }
  if (!part.index) return lookUp(state, part.parameter);
  const variable = state.variables.get(targetOf(state, part.parameter));
  if (!variable) return state.unnamed(part.parameter) ? undefined : { kind: "unset" };
  if (!variable.elements && heldBy(variable).kind === "unknown") return undefined;
  const key = elementKey(part.index, variable.isAssociative, context);
  if (key === undefined) return undefined;
  const elements = elementsOf(variable);
  const index = Number(key);
  const found = !variable.isAssociative && index < 0 ? [...elements.values()].at(index) : elements.get(key);
  return found ? { kind: "set", value: found } : { kind: "unset" };
}

/** The key that an index in brackets stands for. */
export function elementKey(index: Word, isAssociative: boolean, context: Context): string | undefined {
  const text = knownText(expandOperand(index, context));
  if (text === undefined || isAssociative) return text;
  const value = evaluateText(text, context);
  return value === undefined ? undefined : String(value);
}

/** Bash joins lines before it reads names: `$X`, a backslash, a line end and `Y` form `$XY`. */
function nameGoesOn(text: string, offset: number): boolean {
  const joined = /(?:\\\n)+\w/y;
  joined.lastIndex = offset;
  return joined.test(text);
}

function allParameters(joins: boolean, { state }: Context): Extract<Expanded, { kind: "fields" }> {
  const words = state.positional.get("")?.words ?? [];
  return { kind: "fields", values: words.map(({ text }) => text), joins, words };
}

function fields(values: readonly Value[], joins: boolean): Extract<Expanded, { kind: "fields" }> {
  return { kind: "fields", values, joins, words: undefined };
}

function expandArray(part: ParameterExpansionPart, context: Context): Expanded {
  const variable = context.state.variables.get(targetOf(context.state, part.parameter));
  const isUnknown = variable
    ? !variable.elements && heldBy(variable).kind === "unknown"
    : context.state.unnamed(part.parameter) !== undefined;
  if (isUnknown) return unknown(part, context);
  const elements = elementsOf(variable);
  const joins = part.index?.value === "*";
  // What is no array is unbound then, even where it holds a text.
  if (part.prefix === "#" && !variable?.elements && isOn(context.state, "nounset"))
    failWithError(context.state);
  if (part.prefix === "#") return { kind: "value", value: plainText(String(elements.size), part, context) };
  // Bash's order of an associative array's keys is not modelled.
  if (variable?.isAssociative === true && elements.size > 1) return unknown(part, context);
  if (part.prefix === "!")
    return fields(
      [...elements.keys()].map((key) => plainText(key, part, context)),
      joins,
    );
  const all = fields([...elements.values()], joins);
  if (part.operation?.type === "Slice" && !variable?.elements)
    return sliceScalar(elements.get("0"), part, joins, context);
  return part.operation ? operateOnAll(all, part, context, elements) : all;
}

/** `${X[@]:offset:length}` of a variable that is not an array: a part of its text, or no field if it is too short. */
function sliceScalar(
  value: Value | undefined,
  part: ParameterExpansionPart,
  joins: boolean,
  context: Context,
): Expanded {
  const { operation } = part;
  if (!value || operation?.type !== "Slice") return fields([], joins);
  const text = knownText(value);
  const offset = numberOf(operation.offset, context);
  if (text === undefined || offset === undefined) return unknown(part, context);
  if (Math.abs(offset) > text.length) return fields([], joins);
  const result = operate(text, operation, context);
  return result === undefined ? unknown(part, context) : fields([plainText(result, part, context)], joins);
}

function operateOnAll(
  all: Extract<Expanded, { kind: "fields" }>,
  part: ParameterExpansionPart,
  context: Context,
  elements: ReadonlyMap<string, Value> = new Map(),
): Expanded {
  const { operation } = part;
  if (!operation) return all;
  if (operation.type === "Default") {
    const isSet = all.values.length > 0;
    if (operation.operator.endsWith("+"))
      return isSet ? { kind: "operand", operand: operation.operand } : { kind: "nothing" };
    return isSet || operation.operator.endsWith("?") ? all : { kind: "operand", operand: operation.operand };
  }
  if (operation.type === "Slice") {
    const offset = numberOf(operation.offset, context);
    const length = operation.length ? numberOf(operation.length, context) : undefined;
    if (offset === undefined || (operation.length && length === undefined)) return unknown(part, context);
    // `${@:0}` starts with the script's name.
    if (part.parameter === "@" || part.parameter === "*") {
      if (offset <= 0) return unknown(part, context);
      const values = slice(all.values, offset - 1, length);
      return values ? fields(values, all.joins) : unknown(part, context);
    }
    const values = sliceElements(elements, offset, length);
    return values ? fields(values, all.joins) : unknown(part, context);
  }
  const texts = all.values.map((value) => {
    const text = knownText(value);
    return text === undefined ? undefined : operate(text, operation, context);
  });
  return texts.every((text) => text !== undefined)
    ? fields(
        texts.map((text) => plainText(text, part, context)),
        all.joins,
      )
    : unknown(part, context);
}

function unknown(part: WordPart, context: Context): Expanded {
  return { kind: "value", value: unknownValue(unknownAt(part, context, `\`${part.text}\``)) };
}

function plainText(text: string, part: WordPart, context: Context): Value {
  return textValue(text, originOf(part, context));
}

function plain(held: Held, name: string, context: Context): Expanded {
  failIfUnset(held, name, context);
  switch (held.kind) {
    case "set":
      return { kind: "value", value: held.value };
    case "unknown":
      return { kind: "value", value: unknownValue(held.unknown) };
    case "unset":
      return { kind: "nothing" };
  }
}

/** With `set -u`, an unset variable ends the shell. */
function failIfUnset(held: Held, name: string, context: Context): void {
  if (held.kind === "set" || !isOn(context.state, "nounset")) return;
  const isThere =
    held.kind === "unset" ? ["@", "*", "!"].includes(name) : isSurelySet(held.unknown, name, context);
  if (!isThere) throw new ControlFlow({ kind: "exit", status: 1 });
}

/** Whether an unknown variable is set. Variables of the runner that scripts read are assumed to be set. */
function isSurelySet(unknown: Unknown, name: string, { state }: Context): boolean {
  const isOfRunner = unknown.id === `variable ${name}`;
  return isOfRunner || state.reach === "workspace" || ask(state, `set ${unknown.id}`, true, unknown);
}

function expandOperation(part: ParameterExpansionPart, held: Held, context: Context): Expanded {
  const { operation } = part;
  if (!operation) return unknown(part, context);
  if (operation.type === "Default") return expandDefault(part, operation, held, context);
  failIfUnset(held, part.parameter, context);
  if (held.kind === "unset") return { kind: "nothing" };
  const text = held.kind === "set" ? knownText(held.value) : undefined;
  const result = text === undefined ? undefined : operate(text, operation, context);
  if (result !== undefined) return { kind: "value", value: plainText(result, part, context) };
  const source = held.kind === "set" ? signatureOf(held.value) : held.unknown.id;
  const value = unknownAt(part, context, `\`${part.text}\``);
  // The same operation on the same unknown value has the same result.
  return { kind: "value", value: unknownValue({ ...value, id: boundedId(`${part.text} of ${source}`) }) };
}

function expandDefault(
  part: ParameterExpansionPart,
  { operator, operand }: Extract<NonNullable<ParameterExpansionPart["operation"]>, { type: "Default" }>,
  held: Held,
  context: Context,
): Expanded {
  const { state } = context;
  const isAlternative = operator.endsWith("+");
  // The first way assumes that an unknown variable is unset for `+`, and set for the other operators.
  const isThere = isPresent(held, operator.startsWith(":"), !isAlternative, context);
  if (isAlternative) return isThere ? { kind: "operand", operand } : { kind: "nothing" };
  if (isThere) {
    if (held.kind === "set") return { kind: "value", value: held.value };
    return held.kind === "unknown"
      ? { kind: "value", value: unknownValue(held.unknown) }
      : { kind: "nothing" };
  }
  switch (operator) {
    case "?":
    case ":?":
      throw new ControlFlow({ kind: "exit", status: 1 });
    case "=":
    case ":=":
      assignVariable(state, part.parameter, expandOperand(operand, context));
      return plain(lookUp(state, part.parameter), part.parameter, context);
    default:
      return { kind: "operand", operand };
  }
}

function isPresent(held: Held, needsText: boolean, first: boolean, { state }: Context): boolean {
  if (held.kind === "unset") return false;
  if (held.kind === "unknown") {
    const value = unknownValue(held.unknown);
    if (needsText) return !isEmpty(state, value, !first);
    return ask(state, `set ${held.unknown.id}`, first, held.unknown);
  }
  return !needsText || !isEmpty(state, held.value, !first);
}
