import { readCommandLine } from "../codex/command/index.js";
import { codexRelease } from "../codex/releases/index.js";
import type { CodexRun, MovableFlag } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import { parseTomlValue } from "../toml/index.js";
import { allEdits } from "./fix.js";
import { type Provider, providerKeys } from "./provider-block.js";

/** The key and value of a `-c key=value`. */
type Setting = readonly [key: string, value: string | false];

/** `-c` flags that define and select the provider. */
export function providerFlags(run: CodexRun, provider: Provider): readonly TextEdit[] | undefined {
  const table = `model_providers.${provider.id}`;
  const keys = providerKeys(provider).map(([key, value]): Setting => [`${table}.${key}`, value]);
  return setFlags(run, [["model_provider", provider.id], ...keys]);
}

/** A `-c` flag that selects a provider of the file. */
export function selectionFlag(run: CodexRun, providerId: string): readonly TextEdit[] | undefined {
  return setFlags(run, [["model_provider", providerId]]);
}

/** A `-c` flag that sets the address of a provider of the file. */
export function baseUrlFlag(
  run: CodexRun,
  providerId: string,
  baseUrl: string,
): readonly TextEdit[] | undefined {
  return setFlags(run, [[`model_providers.${providerId}.base_url`, baseUrl]]);
}

/** Sets values: replaces existing flags of the keys, and adds flags for the others. */
function setFlags(run: CodexRun, settings: readonly Setting[]): readonly TextEdit[] | undefined {
  const { overrides } = readCommandLine(run.args, codexRelease(run.codexVersion));
  const edits: (TextEdit | undefined)[] = [];
  let flags = "";
  for (const [key, value] of settings) {
    const setting = `${key}=${value === false ? "false" : shellWord(value)}`;
    const present = overrides.findLast(({ path }) => path.join(".") === key);
    if (!present) flags += ` -c ${setting}`;
    else edits.push(replaceArgument(run, present.argument, present.prefix + setting));
  }
  if (flags !== "")
    edits.push(run.flagLocation?.script.edit(run.flagLocation.offset, run.flagLocation.offset, flags));
  return allEdits(edits);
}

function replaceArgument(run: CodexRun, index: number, word: string): TextEdit | undefined {
  const location = run.argumentLocations[index];
  return location?.script.edit(location.start, location.end, word);
}

/**
 * Quotes a value of `key=` for the shell. Codex reads it as TOML, or else as plain text, so a text that happens to be
 * TOML needs TOML quotes.
 */
function shellWord(value: string): string {
  const text = parseTomlValue(value) !== undefined ? JSON.stringify(value) : value;
  return `"${text.replace(/[$`"\\]/g, "\\$&")}"`;
}

/** Moves a `-c` flag from before `exec` to after it. */
export function moveBehindExec({
  script,
  start,
  next,
  offset,
  moved,
}: MovableFlag): readonly TextEdit[] | undefined {
  return allEdits([script.edit(start, next, ""), script.edit(offset, offset, moved)]);
}
