import type { CommandCall, Shell } from "../command-call.js";
import { unknownContent, valueContent } from "../files/content.js";
import { outputOf } from "./output.js";
import type { ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { textValue } from "../values/value.js";

/** Programs that every runner has. */
const PRESENT: ReadonlySet<string> = new Set(
  (
    "bash sh cat cp mv rm mkdir ls grep sed awk jq git curl wget tar gzip unzip node npm npx python3 python pip pip3 docker gh sudo tee find " +
    "xargs sort head tail tr cut wc date env timeout openssl make gcc cmake go java perl ruby dotnet cargo rustc"
  ).split(" "),
);

/** `command -v`, `which`, `type`, `hash`: whether a program is installed, and where. */
export function runWhich(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1).filter(({ value }) => !value.startsWith("-"));
  const [word] = words;
  const unknown = outputOf(call);
  if (!word?.isKnown || words.length !== 1) {
    shell.print(call, unknownContent(unknown));
    return unknown;
  }
  const name = word.value;
  const { state } = call;
  const installed = installedPath(state, name);
  const status: Status =
    state.functions.get(name) && call.name !== "which"
      ? 0
      : installed !== undefined
        ? 0
        : PRESENT.has(name)
          ? 0
          : isKnownAbsent(call, name)
            ? 1
            : { ...unknown, id: `program ${name}` };
  if (status === 0 && installed !== undefined)
    shell.print(call, valueContent(textValue(`${installed}\n`, call.origin), call.origin));
  else if (status !== 1) shell.print(call, unknownContent({ ...unknown, label: name }));
  return status;
}

/** The path of a program that the job installed; `undefined` if that is not known. */
function installedPath(state: ShellState, name: string): string | undefined {
  const path = state.notes.get(`program ${name}`);
  return path?.includes("\u0001") === true || path?.includes("\0") === true ? undefined : path;
}

/** Whether no runner image has the program and no command can have installed it. */
function isKnownAbsent({ state }: CommandCall, name: string): boolean {
  if (state.notes.get("tainted") !== undefined) return false;
  return name === "codex" || name === "awf" || name.startsWith("nonexistent") || name.startsWith("no-such");
}
