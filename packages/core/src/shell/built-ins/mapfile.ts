import type { CommandCall, Shell } from "../command-call.js";
import { valueOfContent } from "../files/content.js";
import { outputOf } from "../programs/output.js";
import { isKept, setArray } from "../state/assignment.js";
import { forgetAssigned } from "../state/setters.js";
import type { Status } from "../state/status.js";
import { knownText, textValue } from "../values/value.js";
import { forgetNames } from "./read.js";

/** `mapfile` and `readarray`: the lines of its input as an array. */
export function runMapfile(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  for (const word of words) if (!word.isKnown) forgetAssigned(call.state, outputOf(call), word);
  const name = words.findLast(({ value }) => /^[A-Za-z_]\w*$/.test(value))?.value ?? "MAPFILE";
  if (isKept(call.state, name)) return 1;
  const isTrimmed = words.some(({ value }) => /^-\w*t/.test(value));
  const input = shell.readInput(call);
  const isPlain = words.every(({ value }) => value === "-t" || value === name);
  const text = input && isPlain ? knownText(valueOfContent(input)) : undefined;
  if (text === undefined || input?.some((part) => part.kind === "unknown") === true) {
    forgetNames(call, [name], { areArrays: true });
    return 0;
  }
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  setArray(
    call.state,
    name,
    new Map(
      lines.map((line, index) => [String(index), textValue(isTrimmed ? line : `${line}\n`, call.origin)]),
    ),
    false,
  );
  return 0;
}
