import { whySandboxIsImpossible } from "../sandbox/index.js";

/** Whether workflows cannot run here. The reason is printed once for each test file. */
export const isImpossible = warn(whySandboxIsImpossible());

function warn(reason: string | undefined): boolean {
  if (reason !== undefined) console.warn(`Skipped: ${reason}`);
  return reason !== undefined;
}

/** A job `agent` with these steps, each as YAML. */
export function job(...steps: readonly string[]): string {
  return `on: workflow_dispatch\njobs:\n  agent:\n    runs-on: ubuntu-latest\n    steps:\n${listed(steps)}`;
}

function listed(steps: readonly string[]): string {
  return steps.map((step) => `      - ${step.trim().replaceAll("\n", "\n        ")}\n`).join("");
}
