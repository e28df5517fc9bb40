import type { ParameterExpansionPart, SimpleExpansionPart } from "unbash";
import { type Context, unknownAt } from "../context.js";
import { elementsOf } from "../state/assignment.js";
import { lookUp, targetOf } from "../state/lookup.js";
import { isOn } from "../state/shell-state.js";
import { sourceOf } from "../state/source-names.js";
import { type Held, heldBy } from "../state/variables.js";
import { knownText, unknownValue } from "../values/value.js";
import { fail } from "./arithmetic/errors.js";
import { allParameters, expandArray, operateOnAll } from "./array-parameters.js";
import { elementKey } from "./element-key.js";
import {
  type Expanded,
  failIfUnset,
  fields,
  expandHeld,
  plainText,
  unknownResult,
} from "./expanded-parameter.js";
import { expandOperation, expandUnknown } from "./variable-operations.js";

/** Expands `$X` or `${...}`; `isQuoted` says whether it is in double quotes, or in a here-document. */
export function expandParameter(
  part: SimpleExpansionPart | ParameterExpansionPart,
  context: Context,
  isQuoted = false,
): Expanded {
  const { state } = context;
  if (part.type === "SimpleExpansion") {
    if (nameGoesOn(context.script.text, part.end)) return unknownResult(part, context);
    const name = part.text.slice(1);
    if (name === "@" || name === "*") return allParameters(name === "*", context);
    return expandHeld(sourceIn(name, context) ?? lookUp(state, name), name, context);
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
  if (!held) return expandUnknown(part, context);
  if (part.prefix === "#") {
    failIfUnset(held, part.parameter, context);
    const text = held.kind === "set" ? knownText(held.value) : held.kind === "unset" ? "" : undefined;
    return text === undefined
      ? {
          kind: "value",
          value: unknownValue({ ...unknownAt(part, context, `\`${part.text}\``), integer: "never empty" }),
        }
      : { kind: "value", value: plainText(String(Array.from(text).length), part, context) };
  }
  return part.operation
    ? expandOperation(part, held, context, isQuoted)
    : expandHeld(held, part.parameter, context);
}

/** What `${!X}` may name; anything else is an error. */
const NAMEABLE = /^(?:[A-Za-z_]\w*(?:\[.*\])?|\d+|[@*#?$!-])$/;

/** The variable itself, an element of an array or, for `${!X}`, the variable that it names. */
function heldParameter(part: ParameterExpansionPart, context: Context): Held | undefined {
  const { state } = context;
  if (part.prefix === "!") {
    const named = lookUp(state, part.parameter);
    const name = named.kind === "set" ? knownText(named.value) : undefined;
    if (named.kind === "unset" || (name !== undefined && !NAMEABLE.test(name))) fail(context);
    return name !== undefined && /^\w+$/.test(name) ? lookUp(state, name) : undefined;
  }
  const source = part.index && part.index.text !== "0" ? undefined : sourceIn(part.parameter, context);
  if (source) return source;
  if (!part.index) return lookUp(state, part.parameter);
  const variable = state.variables.get(targetOf(state, part.parameter));
  if (!variable) return state.unnamed(part.parameter) ? undefined : { kind: "unset" };
  if (!variable.elements && heldBy(variable).kind === "unknown") return undefined;
  const key = elementKey(part.index, variable, context);
  if (key === undefined) return undefined;
  const found = elementsOf(variable).get(key);
  return found ? { kind: "set", value: found } : { kind: "unset" };
}

/** The script that the command is in, for `$BASH_SOURCE`, if a command read it from a known path. */
function sourceIn(name: string, { script, state }: Context): Held | undefined {
  if (name !== "BASH_SOURCE" || isOn(state, "posix")) return undefined;
  const value = sourceOf(script);
  return value && { kind: "set", value };
}

/** Bash joins lines before it reads names: `$X`, a backslash, a line end and `Y` form `$XY`. */
function nameGoesOn(text: string, offset: number): boolean {
  const joined = /(?:\\\n)+\w/y;
  joined.lastIndex = offset;
  return joined.test(text);
}
