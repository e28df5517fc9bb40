import type { CommandCall, Shell } from "../command-call.js";
import { unknownContent } from "../files/content.js";
import { baseName } from "../files/path.js";
import { hasStandIn } from "../expansion/unknown-expressions.js";
import { forgetVariables } from "../state/setters.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { runsOtherProgram } from "./command-runners.js";
import { asInstaller } from "./installers.js";
import { integerPrintedBy } from "./integer-output.js";
import { outputOf } from "./output.js";
import { scriptNameOf } from "./package-managers.js";
import { isGhAwScript, taintAll } from "./taint.js";
import { isReader, taintWrittenFiles } from "./written-files.js";

/** The folders in which a runner's image has programs, those of Homebrew included. */
const IMAGE_FOLDER = /^\/(?:(?:usr\/(?:local\/)?)?s?bin|home\/linuxbrew\/\.linuxbrew\/bin)\//;

/** Runs a program that is not modelled: its output and the files that it may write become unknown. */
export function runUnmodelled(call: CommandCall, shell: Shell): Status {
  const { name } = call;
  const [word] = call.words;
  // No program has such a name: this is an assignment after a launcher that sets no variables.
  if (word.isKnown && /^\w+=[^/]*$/.test(word.value)) return 127;
  const unknown = asInstaller(call, outputOf(call, scriptNameOf(call)));
  const integer = integerPrintedBy(call);
  shell.print(call, unknownContent(integer === undefined ? unknown : { ...unknown, integer }));
  shell.printError(call, unknownContent(outputOf(call, `an error of \`${name}\``)));
  if (!word.isKnown) {
    taintAll(call, { ...unknown, what: `\`${word.value}\`` });
    // The text of a script that is not known may also be an assignment.
    if (hasStandIn(word.word.text)) forgetVariables(call.state, unknown);
    return unknown;
  }
  const isByPath = word.value.includes("/") && !IMAGE_FOLDER.test(word.value);
  if (isByPath && !isGhAwScript(word.value)) {
    taintAll(call, { ...unknown, what: `\`${word.value}\`` });
    startAwf(call, shell);
    return unknown;
  }
  taintWrittenFiles(call, { ...unknown, what: `\`${name}\`` });
  if (!isReader(name) || runsOtherProgram(call)) startAwf(call, shell);
  return unknown;
}

/** Assumes that a program with a call of AWF in its words also runs that call, possibly with more words. */
function startAwf(call: CommandCall, shell: Shell): void {
  const at = call.words.findIndex(
    (word, index) => index > 0 && word.isKnown && baseName(word.value) === "awf",
  );
  const words = call.words.slice(at === -1 ? call.words.length : at);
  if (!words.some(({ value }) => value === "--")) return;
  const last = words.at(-1);
  if (last) words[words.length - 1] = { ...last, maySplit: true };
  inSubshell(call.state, () => shell.runWords(call, words));
}
