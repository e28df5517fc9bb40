import type { CommandCall, Shell } from "../../command-call.js";
import { unread } from "../../commands/descriptors.js";
import { unknownContent, valueContent } from "../../files/content.js";
import type { Status } from "../../state/status.js";
import { textValue } from "../../values/value.js";
import { readArguments } from "../options.js";
import { outputOf, printText } from "../output.js";
import { filter } from "./filter.js";

/** Options that are followed here, or that count something else than lines, print names or wait for more. */
const OPTIONS = /^-(?:[ncqvzfF\d]|-(?:lines|bytes|quiet|silent|verbose|zero-terminated|follow)|-retry)$/;

/** `head` and `tail`. */
export function runHead(call: CommandCall, shell: Shell): Status {
  const isTail = call.name === "tail";
  const { first, rest } = withoutCount(call);
  const { operands, values, options } = readArguments(rest, ["-n", "-c", "--lines", "--bytes"]);
  const names = [...options];
  const counts = [first, values.get("-n")?.value, values.get("--lines")?.value].filter(
    (each) => each !== undefined,
  );
  const count = counts[0] ?? "10";
  const isCount = /^[-+]?\d+$/.test(count);
  // `head -5q` and `tail -5f`.
  const hasSuffix = /^[-+]\d+[a-zA-Z]/.test(call.words[1]?.value ?? "");
  // A count without a letter must come first, and `tail` then reads one file.
  const isRejected =
    names.some((name) => /^-\d$/.test(name)) || (first !== undefined && isTail && operands.length > 1);
  // The last of several counts holds, and `tail` takes `-2` for a count only next to one file.
  const isUnsure =
    hasSuffix ||
    counts.length > 1 ||
    (first !== undefined && isTail && names.length > 0) ||
    rest.words.some(({ isKnown }) => !isKnown);
  if (isRejected && !isUnsure) return 1;
  if (isRejected || isUnsure || !isCount || !names.every((name) => OPTIONS.test(name))) {
    printText(call, undefined, shell);
    return outputOf(call);
  }
  // It prints the names of several files.
  const isPlain = operands.length < 2 && names.every((name) => /^-(?:n|-lines|q|-quiet|-silent)$/.test(name));
  const input = call.state.descriptors.get("0");
  const readsFile = operands.length === 0 && input?.kind === "input" && input.path !== undefined;
  return filter(call, shell, operands, (text) => {
    const printed = isPlain ? selectLines(text, count, isTail) : undefined;
    // What `head` does not need of a file is left to the next program.
    if (readsFile && !isTail)
      unread(
        call.state,
        0,
        printed === undefined || count.startsWith("-")
          ? unknownContent(outputOf(call, "what `head` leaves"))
          : valueContent(textValue(text.slice(printed.length), call.origin), call.origin),
      );
    return printed;
  });
}

/** The count of `head -5` and `tail +5`, which comes before all other words, and the call without it. */
function withoutCount(call: CommandCall): { readonly first: string | undefined; readonly rest: CommandCall } {
  const [program, word, ...others] = call.words;
  const isCount = word && (call.name === "tail" ? /^[-+]\d+$/ : /^-\d+$/).test(word.value);
  if (!isCount || !word.isKnown) return { first: undefined, rest: call };
  const first = call.name === "tail" ? word.value : word.value.slice(1);
  return { first, rest: { ...call, words: [program, ...others] } };
}

function selectLines(text: string, count: string, isTail: boolean): string {
  const lines = text.match(/[^\n]+\n?|\n/g) ?? [];
  const number = Number(count);
  if (!isTail) return lines.slice(0, count.startsWith("-") && number === 0 ? undefined : number).join("");
  const start = count.startsWith("+")
    ? Math.max(0, number - 1)
    : Math.max(0, lines.length - Math.abs(number));
  return lines.slice(start).join("");
}
