import { readOptions } from "../codex/command/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { providerFor, providerKeys } from "../fix/index.js";
import type { CodexRun } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";

/** What the shell and Codex take as it stands: gh-aw writes `engine.args` without quotes. */
const PLAIN = /^[\w.:/@+-]+$/;

/**
 * The arguments that define and select the provider which a run needs; `undefined` where they would need quotes. A
 * value that is no TOML is a text for Codex, so an address or a name needs none.
 */
export function engineArgs(run: CodexRun, options: DiagnoseOptions): readonly string[] | undefined {
  const provider = providerFor(run, options);
  // The usual name has blanks in it.
  const named = { ...provider, name: provider.id };
  const settings = [`model_provider=${provider.id}`].concat(
    providerKeys(named).map(([key, value]) => `model_providers.${provider.id}.${key}=${String(value)}`),
  );
  const values = [provider.id, provider.baseUrl, provider.envKey ?? provider.id];
  const arePlain = values.every(
    (value) => PLAIN.test(value) && !/^[+-]?\d|^(?:true|false|inf|nan)$/.test(value),
  );
  return arePlain ? settings.flatMap((setting) => ["-c", setting]) : undefined;
}

/**
 * Writes arguments into each Codex command line of a lock file where the compiler writes `engine.args`: behind all other
 * options, before the prompt (gh-aw codex_engine.go). External threat detection gets none. `undefined` where a command
 * line has no such place.
 */
export function argumentEdits(
  runs: readonly CodexRun[],
  args: readonly string[],
): readonly TextEdit[] | undefined {
  const edits = new Map<number, TextEdit>();
  for (const run of runs) {
    if (run.starter === "threat-detect") continue;
    const edit = argumentEdit(run, args);
    if (!edit) return undefined;
    edits.set(edit.start, edit);
  }
  return [...edits.values()];
}

function argumentEdit(
  { args: present, argumentPlaces }: CodexRun,
  args: readonly string[],
): TextEdit | undefined {
  const { options, subcommand = -1, isExec } = readOptions(present);
  const file = present.findIndex((arg) => arg === "--prompt-file" || arg.startsWith("--prompt-file="));
  const prompt = file === -1 ? present.length - 1 : file;
  // Up to Codex 0.163 a `-c` behind `exec` makes it forget each one before (measured).
  const config = options.filter(({ name }) => name === "config");
  const losesFlags = config.length > 0 && config.every(({ beforeExec }) => beforeExec);
  const place = argumentPlaces[prompt];
  if (!isExec || prompt <= subcommand || losesFlags || !place) return undefined;
  return place.script.edit(place.start, place.start, `${args.join(" ")} `);
}
