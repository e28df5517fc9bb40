import { parse } from "smol-toml";
import type { TextEdit } from "../text/index.js";
import type { CodexRun } from "../codex/run/index.js";
import { providerKeys, type Provider } from "./provider-block.js";

/** One setting of Codex, as `-c key=value` has it. */
type Setting = readonly [key: string, value: string | false];

/** `-c` flags that define and select the provider, right behind `exec`. */
export function providerFlags(run: CodexRun, provider: Provider): readonly TextEdit[] | undefined {
  const table = `model_providers.${provider.id}`;
  const keys = providerKeys(provider).map(([key, value]): Setting => [`${table}.${key}`, value]);
  return insertFlags(run, [["model_provider", provider.id], ...keys]);
}

/** A `-c` flag that selects a provider of the file. */
export function selectionFlag(run: CodexRun, providerId: string): readonly TextEdit[] | undefined {
  return insertFlags(run, [["model_provider", providerId]]);
}

/** A `-c` flag that gives a provider of the file another address. */
export function baseUrlFlag(
  run: CodexRun,
  providerId: string,
  baseUrl: string,
): readonly TextEdit[] | undefined {
  return insertFlags(run, [[`model_providers.${providerId}.base_url`, baseUrl]]);
}

function insertFlags(run: CodexRun, settings: readonly Setting[]): readonly TextEdit[] | undefined {
  if (!run.flagPlace) return undefined;
  const flags = settings.map(([key, value]) => ` -c ${key}=${value === false ? "false" : shellWord(value)}`);
  const { script, offset } = run.flagPlace;
  const edit = script.edit(offset, offset, flags.join(""));
  return edit && [edit];
}

/**
 * A text as Codex takes it behind `key=`, written for the shell. Codex reads the value as TOML, else as it
 * stands: a text that happens to be TOML needs quotes of its own.
 */
function shellWord(value: string): string {
  const text = isToml(value) ? JSON.stringify(value) : value;
  return `"${text.replace(/[$`"\\]/g, "\\$&")}"`;
}

function isToml(value: string): boolean {
  try {
    parse(`value = ${value}`);
    return true;
  } catch {
    // Not TOML, so Codex takes the bare text.
    return false;
  }
}
