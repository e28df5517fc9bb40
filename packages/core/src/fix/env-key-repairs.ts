import { expandedName } from "../faults/index.js";
import { containerVariables } from "../runs/index.js";
import { removeFromDefaults } from "./compiled-config.js";
import { removeProviderKey, setProviderKey } from "./config-file.js";
import type { Repair, RepairContext } from "./repair.js";

/** The repairs of an `env_key`: the name that was meant, if the container has it, else none at all. */
export function envKeyRepairs(
  providerId: string,
  variable: string,
  { run, config }: RepairContext,
): readonly Repair[] {
  const meant = expandedName(variable);
  const name = [...containerVariables(run).keys()].find((known) => known === meant);
  const repairs: Repair[] = [
    {
      choice: undefined,
      edits: () => config && removeProviderKey(config.text, providerId, "env_key"),
    },
    {
      choice: undefined,
      edits: () =>
        config?.madeFrom && removeFromDefaults(config.madeFrom, ["model_providers", providerId], "env_key"),
    },
  ];
  if (name === undefined) return repairs;
  const correction: Repair = {
    choice: undefined,
    edits: () => config && setProviderKey(config.text, providerId, "env_key", JSON.stringify(name)),
  };
  return [correction, ...repairs];
}
