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
  const repair = (place: string, edits: Repair["edits"]): Repair => ({
    ...{ title: `Define and select model provider \`${provider.id}\` ${place}.`, certain: true, edits },
  });
  return [
    repair("in config.toml", () => config && insertProvider(config.text, provider)),
    repair(
      "in `GH_AW_CODEX_CONFIG_JSON`",
      () => config?.madeFrom && insertIntoDefaults(config.madeFrom, provider),
    ),
    repair("on the command line", () => providerFlags(run, provider)),
  ];
}

export function selectProviderRepairs(
  { run, config }: RepairContext,
  providerId: string,
  certain: boolean,
): readonly Repair[] {
  const repair = (place: string, edits: Repair["edits"]): Repair => ({
    ...{ title: `Select model provider \`${providerId}\` ${place}.`, certain, edits },
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
  const title = `Set \`base_url\` of model provider \`${providerId}\` to \`${baseUrl}\``;
  const value = JSON.stringify(baseUrl);
  return [
    {
      title: `${title} in config.toml.`,
      certain,
      edits: () => config && setProviderKey(config.text, providerId, "base_url", value),
    },
    { title: `${title} on the command line.`, certain, edits: () => baseUrlFlag(run, providerId, baseUrl) },
  ];
}
