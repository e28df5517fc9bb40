import { baseUrlFlag, providerFlags, selectionFlag } from "./command-line.js";
import { insertIntoDefaults, selectInDefaults } from "./compiled-config.js";
import { insertProvider, selectProvider, setProviderKey } from "./config-file.js";
import type { Repair, RepairContext } from "./repair.js";

/*
 * Each repair in the places that can carry it, the best first: the text of config.toml, where it stands in
 * the lock file and survives; the JSON that config.toml is made of; Codex's command line, which nothing
 * overwrites.
 */

export function defineProviderRepairs({ run, config, provider }: RepairContext): readonly Repair[] {
  return [
    () => config && insertProvider(config.text, provider),
    () => config?.madeFrom && insertIntoDefaults(config.madeFrom, provider),
    () => providerFlags(run, provider),
  ].map((edits) => ({ choice: undefined, edits }));
}

export function selectProviderRepairs(
  { run, config }: RepairContext,
  providerId: string,
  certain: boolean,
): readonly Repair[] {
  const repair = (place: string, edits: Repair["edits"]): Repair => ({
    choice: certain ? undefined : `Select model provider \`${providerId}\` ${place}.`,
    edits,
  });
  return [
    repair("in config.toml", () => config && selectProvider(config.text, providerId)),
    repair(
      "in `GH_AW_CODEX_CONFIG_JSON`",
      () => config?.madeFrom && selectInDefaults(config.madeFrom, providerId),
    ),
    repair("on the command line", () => selectionFlag(run, providerId)),
  ];
}

export function baseUrlRepairs(
  { run, config, provider }: RepairContext,
  providerId: string,
  certain: boolean,
): readonly Repair[] {
  const { baseUrl } = provider;
  const choice = (place: string): string | undefined =>
    certain ? undefined : `Set \`base_url\` of model provider \`${providerId}\` to \`${baseUrl}\` ${place}.`;
  const value = JSON.stringify(baseUrl);
  return [
    {
      choice: choice("in config.toml"),
      edits: () => config && setProviderKey(config.text, providerId, "base_url", value),
    },
    { choice: choice("on the command line"), edits: () => baseUrlFlag(run, providerId, baseUrl) },
  ];
}
