import type { Workflow } from "../workflow/index.js";

/** Where gh-aw puts the model of the agent's run and of the threat detection's. */
const MODEL_VARIABLES = ["GH_AW_MODEL_AGENT_CODEX", "GH_AW_MODEL_DETECTION_CODEX"] as const;

/** The model that Codex is asked for: on its command line, in the step's environment, in the header. */
export function modelOf(
  args: readonly string[],
  variables: ReadonlyMap<string, string>,
  workflow: Workflow,
): string | undefined {
  return modelArgument(args) ?? modelVariable(variables) ?? workflow.header?.agentModel;
}

function modelArgument(args: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    const next = args[index + 1];
    if (arg === "--model" || arg === "-m") return next;
    if (arg.startsWith("--model=")) return arg.slice("--model=".length);
    if ((arg === "-c" || arg === "--config") && next?.startsWith("model="))
      return next.slice("model=".length);
  }
  return undefined;
}

function modelVariable(variables: ReadonlyMap<string, string>): string | undefined {
  for (const name of MODEL_VARIABLES) {
    const value = variables.get(name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}
