import type { CommandCall, Shell } from "../command-call.js";
import { outputOf, printText } from "../programs/output.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { type Status, statusOf } from "../state/status.js";
import { textValue, type Value } from "../values/value.js";
import { printListing } from "./listings.js";

/** The options of `set` that a letter stands for, also in the call of a shell. */
export const OPTION_LETTERS: Readonly<Record<string, string>> = {
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

/** `set -e`, `set -o pipefail`, `set -- words`; alone, it lists variables. */
export function runSet(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const words = call.words.slice(1);
  if (words.length === 0 || (words.length === 1 && /^[-+]o$/.test(words[0]?.value ?? ""))) {
    printListing(call, shell, words[0]?.value === "+o" ? restoringCommands(call) : undefined);
    return 0;
  }
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

/** Saves the options of `set` at `local -`, once for a call of a function. */
export function saveOptions(state: ShellState, scope: string): void {
  const key = SAVED_OPTIONS + scope;
  if (state.places.get(key) !== undefined) return;
  state.places.set(key, [...OPTIONS].filter((name) => isOn(state, name)).join(" "));
}

/** Restores the options of `set` at the end of a function that has saved them. */
export function restoreOptions(state: ShellState, scope: string): void {
  const saved = state.places.get(SAVED_OPTIONS + scope)?.split(" ");
  if (!saved) return;
  for (const name of OPTIONS)
    if (isOn(state, name) !== saved.includes(name)) state.options.set(name, saved.includes(name));
  state.places.set(SAVED_OPTIONS + scope, undefined);
}

/** Start of keys of `places`. */
const SAVED_OPTIONS = "options ";

/** What `set +o` prints, as far as it concerns options that have an effect here. */
function restoringCommands({ state, origin }: CommandCall): Value {
  const commands = [...Object.values(OPTION_LETTERS), "pipefail"].map((name) => setting(state, name));
  return textValue(commands.join("\n"), origin);
}

/** The command that sets an option of `set` to what it is. */
function setting(state: ShellState, name: string): string {
  return `set ${isOn(state, name) ? "-" : "+"}o ${name}`;
}

/** The options of `shopt` in Bash 5.2. */
const SHOPT: ReadonlySet<string> = new Set(
  (
    "autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs checkwinsize cmdhist compat31 compat32 compat40 " +
    "compat41 compat42 compat43 compat44 complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug " +
    "extglob extquote failglob force_fignore globasciiranges globskipdots globstar gnu_errfmt histappend histreedit " +
    "histverify hostcomplete huponexit inherit_errexit interactive_comments lastpipe lithist localvar_inherit " +
    "localvar_unset login_shell mailwarn no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob " +
    "patsub_replacement progcomp progcomp_alias promptvars restricted_shell shift_verbose sourcepath varredir_close xpg_echo"
  ).split(" "),
);

/** Those that are on when a script starts. */
const INITIALLY_ON: ReadonlySet<string> = new Set(
  (
    "checkwinsize cmdhist complete_fullquote extquote force_fignore globasciiranges globskipdots hostcomplete " +
    "interactive_comments patsub_replacement progcomp promptvars sourcepath"
  ).split(" "),
);

/** `shopt -s` and `shopt -u`; without either, `shopt NAME` tells whether the option is on. */
export function runShopt(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  const on = words.some(({ value }) => /^-[opq]*s[opq]*$/.test(value));
  const off = words.some(({ value }) => /^-[opq]*u[opq]*$/.test(value));
  const names = words.filter(({ value }) => !value.startsWith("-"));
  const has = (letter: string): boolean =>
    words.some(({ value }) => /^-\w/.test(value) && value.includes(letter));
  const accepted = has("o") ? OPTIONS : SHOPT;
  if ((!on && !off) || names.length === 0) {
    const isListed = names.length > 0 && names.every(({ value, isKnown }) => isKnown && accepted.has(value));
    const isSet = (name: string): boolean => call.state.options.get(name) ?? INITIALLY_ON.has(name);
    if (isListed && has("p"))
      printText(
        call,
        names
          .map(({ value }) =>
            has("o") ? `${setting(call.state, value)}\n` : `shopt -${isSet(value) ? "s" : "u"} ${value}\n`,
          )
          .join(""),
        shell,
      );
    else if (!has("q")) printListing(call, shell);
    if (names.length === 0) return 0;
    return isListed ? statusOf(names.every(({ value }) => isSet(value))) : outputOf(call);
  }
  let status: Status = 0;
  for (const { value, isKnown } of names) {
    if (isKnown && !accepted.has(value)) status = 1;
    else call.state.options.set(value, on);
  }
  return status;
}
