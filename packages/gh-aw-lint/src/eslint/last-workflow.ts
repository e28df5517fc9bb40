import type { Workflow } from "eslint-plugin-gh-aw/core";
import type { ESLint } from "eslint";

/** Remembers the model of the file that ESLint read last: to read a file again takes as long as to lint it. */
export interface LastWorkflow {
  /** A plugin with a rule that reports nothing. */
  readonly plugin: ESLint.Plugin;
  /** The model of that file, if this is its text, and if our plugin read it. */
  readonly of: (text: string) => Workflow | undefined;
}

export function rememberLastWorkflow(): LastWorkflow {
  let last: Workflow | undefined;
  return {
    plugin: {
      rules: {
        "last-workflow": {
          create({ sourceCode }) {
            const ast: unknown = sourceCode.ast;
            const isOurs = typeof ast === "object" && ast !== null && "workflow" in ast;
            last = isOurs && isWorkflow(ast.workflow) ? ast.workflow : undefined;
            return {};
          },
        },
      },
    },
    of: (text) => (last?.text === text ? last : undefined),
  };
}

/** The plugin's name in a configuration, and its rule's. */
export const watcher = {
  plugin: "gh-aw-lint-command",
  rule: "gh-aw-lint-command/last-workflow",
} as const;

/** Whether the plugin is of a version whose model is the one that core knows. */
function isWorkflow(value: unknown): value is Workflow {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "jobs" in value &&
    Array.isArray(value.jobs) &&
    "problems" in value
  );
}
