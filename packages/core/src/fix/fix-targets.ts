import { baseUrlFlag, providerFlags, selectionFlag } from "./config-flags.js";
import { insertIntoDefaults, selectInDefaults } from "./json-defaults.js";
import { insertProvider, selectProvider, setProviderKey } from "./config-file.js";
import type { Fix, FixContext } from "./fix.js";

/*
 * Each fix, in all places that it can be applied to, the best first: the text of config.toml, if it is in the lock file
 * and is not overwritten; the JSON that config.toml is converted from; Codex's command line, which nothing overwrites.
 */

/** Fixes that define and select the provider. */
export function defineProviderFixes({ run, config, provider }: FixContext): readonly Fix[] {
  return [
    () => config && insertProvider(config.text, provider),
    () => config?.sourceJson && insertIntoDefaults(config.sourceJson, provider),
    () => providerFlags(run, provider),
  ].map((edits) => ({ suggestionTitle: undefined, edits }));
}

/** Fixes that select a defined provider; suggestions unless it is `certain` that this provider is meant. */
export function selectProviderFixes(
  { run, config }: FixContext,
  providerId: string,
  certain: boolean,
): readonly Fix[] {
  const fixAt = (location: string, edits: Fix["edits"]): Fix => ({
    suggestionTitle: certain ? undefined : `Select model provider \`${providerId}\` ${location}.`,
    edits,
  });
  return [
    fixAt("in config.toml", () => config && selectProvider(config.text, providerId)),
    fixAt(
      "in `GH_AW_CODEX_CONFIG_JSON`",
      () => config?.sourceJson && selectInDefaults(config.sourceJson, providerId),
    ),
    fixAt("on the command line", () => selectionFlag(run, providerId)),
  ];
}

/** Fixes that set a provider's `base_url`; suggestions unless it is `certain` that the proxy is meant. */
export function baseUrlFixes(
  { run, config, provider }: FixContext,
  providerId: string,
  certain: boolean,
): readonly Fix[] {
  const { baseUrl } = provider;
  const suggestionTitle = (location: string): string | undefined =>
    certain
      ? undefined
      : `Set \`base_url\` of model provider \`${providerId}\` to \`${baseUrl}\` ${location}.`;
  const value = JSON.stringify(baseUrl);
  return [
    {
      suggestionTitle: suggestionTitle("in config.toml"),
      edits: () => config && setProviderKey(config.text, providerId, "base_url", value),
    },
    {
      suggestionTitle: suggestionTitle("on the command line"),
      edits: () => baseUrlFlag(run, providerId, baseUrl),
    },
  ];
}
