import type { ConfigObject, Language, Plugin, Processor, RuleDefinition } from "@eslint/core";
import { workflowLanguage } from "./language.js";
import { meta } from "./meta.js";
import { lockFileProcessor, sourceProcessor } from "./processor.js";
import { recommendedRules, sourceRules, strictRules } from "./rule-sets.js";
import { rules } from "./rules/index.js";
import { sourceLanguage } from "./source-language.js";

// In the types of `@eslint/core` only, which is a dependency: those of `eslint` differ between its majors.
interface GhAwPlugin extends Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly languages: { readonly workflow: Language; readonly source: Language };
  readonly processors: { readonly "lock-file": Processor<string>; readonly source: Processor<string> };
  readonly rules: Record<keyof typeof rules, RuleDefinition>;
  readonly configs: {
    readonly recommended: ConfigObject;
    readonly strict: ConfigObject;
    readonly overlay: ConfigObject;
    readonly sources: ConfigObject;
    readonly sourcesOverlay: ConfigObject;
  };
}

const files = ["**/*.lock.yml"];
const sourceFiles = ["**/.github/workflows/**/*.md"];

const plugin: GhAwPlugin = {
  meta,
  languages: { workflow: workflowLanguage, source: sourceLanguage },
  processors: { "lock-file": lockFileProcessor, source: sourceProcessor },
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
    /** The Markdown that lock files are compiled from. */
    sources: {
      name: "gh-aw/sources",
      files: sourceFiles,
      get plugins() {
        return { "gh-aw": plugin };
      },
      language: "gh-aw/source",
      processor: "gh-aw/source",
      rules: sourceRules,
    },
    /** The same rules, for Markdown whose language is another plugin's. */
    sourcesOverlay: {
      name: "gh-aw/sources-overlay",
      files: sourceFiles,
      get plugins() {
        return { "gh-aw": plugin };
      },
      rules: sourceRules,
    },
  },
};

export default plugin;
