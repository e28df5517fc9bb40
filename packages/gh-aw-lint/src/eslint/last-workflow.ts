import type { Workflow } from "eslint-plugin-gh-aw/core";
import type { ESLint } from "eslint";

/** Caches the model of the last file that ESLint parsed: parsing it again would take as long as linting it. */
export interface LastWorkflow {
  /** A plugin with a rule that reports nothing. */
  readonly plugin: ESLint.Plugin;
  /** The model of that file, if this is its text and our plugin parsed it. */
  readonly of: (text: string) => Workflow | undefined;
}

/** Creates the cache. */
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

/** Whether this version of the plugin has the model that core expects. */
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
