import type { CallWord, CommandCall } from "../command-call.js";
import { enterDirectory } from "../built-ins/working-directory.js";
import { dropAdditions } from "../state/added-variables.js";
import { assignVariable, exportVariable } from "../state/assignment.js";
import type { ShellState } from "../state/shell-state.js";
import { dropSetters, forgetAssigned } from "../state/setters.js";
import { asExported, UNSET } from "../state/variables.js";
import { sliceValue, textValue, type Unknown, unknownValue, type Value } from "../values/value.js";
import { outputOf } from "./output.js";
import { pathOf } from "./paths.js";
import { dropFunctions } from "../state/exported-functions.js";

/** A word that sets a variable for the program. */
export const ASSIGNMENT: RegExp = /^([A-Za-z_]\w*)=/;

/** Sets the variable of a word `NAME=value`, or those of a word that is not known. */
export function assignWord(call: CommandCall, word: CallWord): void {
  const { state } = call;
  const name = ASSIGNMENT.exec(word.value)?.[1];
  if (name === undefined) {
    forgetAssigned(state, outputOf(call), word);
    return;
  }
  assignVariable(state, name, sliceValue(word.text, name.length + 1, word.text.text.text.length));
  exportVariable(state, name);
}

/** The variables that `sudo` keeps without `-E`, by the runner's sudoers. */
const KEPT = /^(?:COLORTERM|DISPLAY|LANG|LANGUAGE|LC_\w+|PWD|TERM|TZ|XAUTHORITY)$/;

/** The `PATH` that Ubuntu's sudoers sets, whatever the caller's is. */
const SECURE_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin";

const HOMES: ReadonlyMap<string, string> = new Map([
  ["root", "/root"],
  ["runner", "/home/runner"],
]);

/** What `sudo` does to the environment, and to the working directory. */
export function changeUser(state: ShellState, options: readonly CallWord[]): void {
  // `sudo` removes functions from the environment, even with `-E`.
  dropFunctions(state, false);
  const values = options.map(({ value }) => value);
  const preserved = values
    .filter((value) => value.startsWith("--preserve-env="))
    .flatMap((value) => value.slice("--preserve-env=".length).split(","));
  const keepsAll = values.some((value) => value === "--preserve-env" || /^-[A-Za-z]*E/.test(value));
  const directory = values.findIndex((value) => value === "-D" || value === "--chdir");
  const target = options[directory + 1];
  if (directory !== -1 && target) enterDirectory(state, pathOf(state, target.text));
  if (!keepsAll) {
    for (const name of state.variables.keys()) {
      if (KEPT.test(name) || preserved.includes(name)) continue;
      if (asExported(name, state.variables.get(name))) state.variables.set(name, UNSET);
    }
    dropAdditions(state, preserved);
    dropSetters(state, preserved);
  }
  const named = values.findIndex((value) => value === "-u" || value === "--user");
  const user =
    named === -1
      ? (values.find((value) => value.startsWith("--user="))?.slice("--user=".length) ?? "root")
      : (values[named + 1] ?? "root");
  const keepsHome = keepsAll || preserved.includes("HOME");
  if (!keepsHome || values.some((value) => value === "-H" || value === "--set-home"))
    setVariable(state, "HOME", homeOf(user));
  setVariable(state, "USER", known(user));
  setVariable(state, "LOGNAME", known(user));
  setVariable(state, "SUDO_USER", known("runner"));
  setVariable(state, "PATH", known(SECURE_PATH));
}

/** What `su` does to the environment: for a login, only the terminal is left of it. */
export function switchUser(state: ShellState, words: readonly CallWord[], unknown: Unknown): void {
  const values = words.map(({ value }) => value);
  const isLogin = values.some((value) => /^(?:-|--login|-[a-km-z]*l[a-z]*)$/.test(value));
  const keeps =
    !isLogin && values.some((value) => /^(?:-[a-lnoq-z]*[mp][a-z]*|--preserve-environment)$/.test(value));
  if (isLogin) {
    clearEnvironment(state);
    setVariable(state, "PATH", unknownValue({ ...unknown, id: `path ${unknown.id}`, label: "$PATH" }));
  }
  const at = values.findIndex((value) => /^-[a-z]*c$/.test(value) || value === "--command");
  const user = values.find((value, index) => !value.startsWith("-") && index !== at + 1) ?? "root";
  if (keeps) return;
  setVariable(state, "HOME", homeOf(user));
  if (isLogin || user !== "root")
    for (const name of ["USER", "LOGNAME"]) setVariable(state, name, known(user));
}

function setVariable(state: ShellState, name: string, value: Value): void {
  state.variables.set(name, UNSET);
  assignVariable(state, name, value);
  exportVariable(state, name);
}

function known(text: string): Value {
  return textValue(text, { start: 0, end: 0 });
}

/** The home of a user; that of others than the image's own is not known. */
function homeOf(user: string): Value {
  const home = HOMES.get(user);
  if (home !== undefined) return known(home);
  return unknownValue({
    id: `home ${user}`,
    label: `~${user}`,
    what: `the home of \`${user}\``,
    origin: { start: 0, end: 0 },
  });
}

/** What `env` does to the environment. */
export function changeEnvironment(state: ShellState, words: readonly CallWord[]): void {
  for (const [index, { value, text }] of words.entries()) {
    const unset =
      value === "-u" || value === "--unset"
        ? words[index + 1]?.value
        : (/^--unset=(.*)$/.exec(value)?.[1] ?? /^-u(.+)$/.exec(value)?.[1]);
    if (unset !== undefined) state.variables.set(unset, UNSET);
    const directory = words[index + 1];
    if ((value === "-C" || value === "--chdir") && directory)
      enterDirectory(state, pathOf(state, directory.text));
    const attached = /^(?:--chdir=|-C(?=.))/.exec(value)?.[0].length;
    if (attached !== undefined)
      enterDirectory(state, pathOf(state, sliceValue(text, attached, text.text.text.length)));
    if (value === "-i" || value === "-" || value === "--ignore-environment") {
      clearEnvironment(state);
    }
  }
}

function clearEnvironment(state: ShellState): void {
  dropAdditions(state, []);
  dropSetters(state, []);
  dropFunctions(state, false);
  for (const name of state.variables.keys()) state.variables.set(name, UNSET);
}
