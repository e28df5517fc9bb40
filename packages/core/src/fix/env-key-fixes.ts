import { expandedName } from "../faults/index.js";
import { containerVariables } from "../runs/index.js";
import { removeFromDefaults } from "./compiled-config.js";
import { removeProviderKey, setProviderKey } from "./config-file.js";
import type { Fix, FixContext } from "./fix.js";

/** The fixes of an `env_key`: the name that was meant, if the container has it, else none at all. */
export function envKeyFixes(
  providerId: string,
  variable: string,
  { run, config }: FixContext,
): readonly Fix[] {
  const meant = expandedName(variable);
  const name = [...containerVariables(run).keys()].find((known) => known === meant);
  const fixes: Fix[] = [
    {
      suggestionTitle: undefined,
      edits: () => config && removeProviderKey(config.text, providerId, "env_key"),
    },
    {
      suggestionTitle: undefined,
      edits: () =>
        config?.sourceJson &&
        removeFromDefaults(config.sourceJson, ["model_providers", providerId], "env_key"),
    },
  ];
  if (name === undefined) return fixes;
  const correction: Fix = {
    suggestionTitle: undefined,
    edits: () => config && setProviderKey(config.text, providerId, "env_key", JSON.stringify(name)),
  };
  return [correction, ...fixes];
}
