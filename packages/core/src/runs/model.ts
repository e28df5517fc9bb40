import { modelArgument } from "../codex/command/index.js";
import { lockHeader } from "../gh-aw/index.js";
import type { Workflow } from "../workflow/index.js";

/** Where gh-aw puts the model of the agent's run and of the threat detection's. */
const MODEL_VARIABLES = ["GH_AW_MODEL_AGENT_CODEX", "GH_AW_MODEL_DETECTION_CODEX"] as const;

/** The model that Codex is asked for: on its command line, in the step's environment, in the header. */
export function modelOf(
  args: readonly string[],
  variables: ReadonlyMap<string, string>,
  workflow: Workflow,
): string | undefined {
  return modelArgument(args) ?? modelVariable(variables) ?? lockHeader(workflow)?.agentModel;
}

function modelVariable(variables: ReadonlyMap<string, string>): string | undefined {
  for (const name of MODEL_VARIABLES) {
    const value = variables.get(name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}
