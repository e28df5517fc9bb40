import type { CommandCall } from "../command-call.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOn } from "../state/shell-state.js";
import { type Status, statusOf } from "../state/status.js";

const OPTION_LETTERS: Readonly<Record<string, string>> = {
  E: "errtrace",
  T: "functrace",
  e: "errexit",
  u: "nounset",
  f: "noglob",
  C: "noclobber",
  a: "allexport",
  x: "xtrace",
  n: "noexec",
};

/** The options of `set -o`. */
const OPTIONS: ReadonlySet<string> = new Set(
  (
    "allexport braceexpand emacs errexit errtrace functrace hashall histexpand history ignoreeof interactive-comments " +
    "keyword monitor noclobber noexec noglob nolog notify nounset onecmd physical pipefail posix privileged verbose vi xtrace"
  ).split(" "),
);

/** `set -e`, `set -o pipefail`, `set -- words`. */
export function runSet(call: CommandCall): Status {
  const { state } = call;
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const { value } = word;
    if (value === "--" || !/^[-+]./.test(value)) {
      const rest = words.slice(value === "--" ? index + 1 : index);
      state.positional.set("", { words: rest, script: call.script });
      return 0;
    }
    const on = value.startsWith("-");
    for (const letter of value.slice(1)) {
      if (letter === "o") {
        const name = words[++index]?.value;
        // Dash has no `pipefail`, and exits.
        if (name === "pipefail" && isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
        if (name !== undefined && words[index]?.isKnown === true && !OPTIONS.has(name)) return 2;
        if (name !== undefined) state.options.set(name, on);
      } else {
        const name = OPTION_LETTERS[letter];
        if (name !== undefined) state.options.set(name, on);
        else if (word.isKnown && !/[bhkmptvBHP]/.test(letter)) return 2;
      }
    }
  }
  return 0;
}

/** `shopt -s` and `shopt -u`; without either, `shopt NAME` tells whether the option is on. */
export function runShopt(call: CommandCall): Status {
  const words = call.words.slice(1);
  const on = words.some(({ value }) => value === "-s" || value === "-so");
  const off = words.some(({ value }) => value === "-u" || value === "-uo");
  const names = words.filter(({ value }) => !value.startsWith("-"));
  if (!on && !off) return names[0] ? statusOf(isOn(call.state, names[0].value)) : 0;
  for (const { value } of names) call.state.options.set(value, on);
  return 0;
}
