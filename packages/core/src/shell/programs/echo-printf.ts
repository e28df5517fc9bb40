import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { unknownContent, valueContent } from "../files/content.js";
import { assignNamed } from "../built-ins/array-elements.js";
import { isOn } from "../state/shell-state.js";
import { forgetAssigned } from "../state/setters.js";
import type { Status } from "../state/status.js";
import { boundedId } from "../values/bounded-names.js";
import { firstUnknown, joinValues, knownText, textValue, unknownValue, type Value } from "../values/value.js";
import { format, unescape } from "./text/print-format.js";
import { outputOf } from "./output.js";

/** `echo`. */
export function runEcho(call: CommandCall, shell: Shell): Status {
  let words: readonly CallWord[] = call.words.slice(1);
  let newline = true;
  let escapes = isOn(call.state, "posix");
  if (!escapes) {
    escapes = isOn(call.state, "xpg_echo");
    while (/^-[neE]+$/.test(words[0]?.value ?? "") && words[0]?.isKnown === true) {
      const option = words[0].value;
      if (option.includes("e")) escapes = true;
      if (option.includes("E")) escapes = false;
      if (option.includes("n")) newline = false;
      words = words.slice(1);
    }
  } else if (words[0]?.value === "-n") {
    newline = false;
    words = words.slice(1);
  }
  const end = newline ? [textValue("\n", call.origin)] : [];
  const values = words.flatMap((word, index) => {
    const before = words[index - 1];
    return before ? [separator(before, word, call), word.text] : [word.text];
  });
  if (!escapes) {
    for (const value of [...values, ...end]) shell.print(call, valueContent(value, call.origin));
    return 0;
  }
  const text = knownText(joinValues(values));
  const unescaped = text === undefined ? undefined : unescape(text, true);
  if (text === undefined || unescaped === undefined) shell.print(call, unknownContent(outputOf(call)));
  else
    shell.print(
      call,
      valueContent(
        textValue(unescaped.text + (unescaped.stops || !newline ? "" : "\n"), call.origin),
        call.origin,
      ),
    );
  return 0;
}

/** The space that `echo` prints between two words; unknown if one of them may be no word at all. */
function separator(left: CallWord, right: CallWord, { origin }: CommandCall): Value {
  const word = [left, right].find(({ maySplit }) => maySplit);
  const unknown = word && firstUnknown(word.text);
  return unknown
    ? unknownValue({ ...unknown, id: boundedId(`space at ${unknown.id}`), label: " " })
    : textValue(" ", origin);
}

/** A conversion that `printf` does not know. */
const INVALID = /(?:^|[^%])(?:%%)*%[-+ #0'\d.*]*(?:$|[^-+ #0'\d.*%A-Za-z(]|[klmprtvwyzBDHIJKLMNOPRSUVWYZ])/;

/** `printf`, which repeats its format until all arguments are printed. */
export function runPrintf(call: CommandCall, shell: Shell): Status {
  let words: readonly CallWord[] = call.words.slice(1);
  let variable: string | undefined;
  if (words[0]?.value === "-v") {
    variable = words[1]?.value;
    words = words.slice(2);
  }
  if (words[0]?.value === "--") words = words.slice(1);
  const [first, ...args] = words;
  if (!first) return 2;
  const printed = words.some(({ maySplit }) => maySplit) ? undefined : format(first.text, args, call);
  if (variable !== undefined) {
    const target = call.words[2];
    const value = printed ? joinValues(printed.values) : unknownValue(outputOf(call));
    if (target?.isKnown === false) forgetAssigned(call.state, outputOf(call), target);
    else assignNamed(call, variable, value, shell);
  } else if (printed) {
    for (const value of printed.values) shell.print(call, valueContent(value, call.origin));
  } else shell.print(call, unknownContent(outputOf(call)));
  if (printed) return printed.fails ? 1 : 0;
  if (first.isKnown && INVALID.test(first.value)) return outputOf(call);
  // A number that is none is an error.
  return /%[-+ #\d.]*[diouxXfeEgG]/.test(first.value) ? outputOf(call) : 0;
}
