import type { ConfigObject, Language, Plugin, Processor, RuleDefinition } from "@eslint/core";
import { workflowLanguage } from "./language.js";
import { meta } from "./meta.js";
import { lockFileProcessor } from "./processor.js";
import { recommendedRules, strictRules } from "./rule-sets.js";
import { rules } from "./rules/index.js";

// In the types of `@eslint/core` only, which is a dependency: those of `eslint` differ between its majors.
interface GhAwPlugin extends Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly languages: { readonly workflow: Language };
  readonly processors: { readonly "lock-file": Processor<string> };
  readonly rules: Record<keyof typeof rules, RuleDefinition>;
  readonly configs: {
    readonly recommended: ConfigObject;
    readonly strict: ConfigObject;
    readonly overlay: ConfigObject;
  };
}

const files = ["**/*.lock.yml"];

const plugin: GhAwPlugin = {
  meta,
  languages: { workflow: workflowLanguage },
  processors: { "lock-file": lockFileProcessor },
  rules,
  configs: {
    /** What makes a run fail. */
    recommended: {
      name: "gh-aw/recommended",
      files,
      get plugins() {
        return { "gh-aw": plugin };
      },
      language: "gh-aw/workflow",
      processor: "gh-aw/lock-file",
      rules: recommendedRules,
    },
    /** Every rule. */
    strict: {
      name: "gh-aw/strict",
      files,
      get plugins() {
        return { "gh-aw": plugin };
      },
      language: "gh-aw/workflow",
      processor: "gh-aw/lock-file",
      rules: strictRules,
    },
    /** The rules of `recommended` only, for lock files whose language is another plugin's. */
    overlay: {
      name: "gh-aw/overlay",
      files,
      get plugins() {
        return { "gh-aw": plugin };
      },
      rules: recommendedRules,
    },
  },
};

export default plugin;
