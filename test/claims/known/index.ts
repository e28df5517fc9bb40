import { control } from "./control.js";
import type { KnownWorkflow } from "./known-workflow.js";
import { paths } from "./paths.js";
import { programs } from "./programs.js";
import { starting } from "./starting.js";
import { unknown } from "./unknown.js";
import { variables } from "./variables.js";

export { textOf } from "./known-workflow.js";

/** Small workflows. `outcomes.json` records what happened when they ran. */
export const knownWorkflows: readonly KnownWorkflow[] = [
  ...paths,
  ...variables,
  ...control,
  ...starting,
  ...unknown,
  ...programs,
];
