import type { Language, Plugin, Processor, RuleDefinition, RulesConfig } from "@eslint/core";
import { workflowLanguage } from "./language.js";
import { meta } from "./meta.js";
import { lockFileProcessor, sourceProcessor } from "./processor.js";
import { recommendedRules, sourceRules, strictRules } from "./rule-sets.js";
import { rules } from "./rules/index.js";
import { sourceLanguage } from "./source-language.js";

/** A configuration, typed so that each major version of ESLint accepts it, also with `exactOptionalPropertyTypes`. */
interface GhAwConfig {
  readonly name: string;
  readonly files: string[];
  /** The plugin itself; its type differs between major versions of ESLint. */
  readonly plugins: { readonly "gh-aw": object };
  readonly language?: string;
  readonly processor?: string;
  readonly rules: RulesConfig;
}

// Uses only types of `@eslint/core`, which is a dependency: those of `eslint` differ between major versions.
interface GhAwPlugin extends Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly languages: { readonly workflow: Language; readonly source: Language };
  readonly processors: { readonly "lock-file": Processor<string>; readonly source: Processor<string> };
  readonly rules: Record<keyof typeof rules, RuleDefinition>;
  readonly configs: {
    /** The rules that find what makes a run fail. */
    readonly recommended: GhAwConfig;
    /** All rules; a finding that does not make a run fail today is a warning. */
    readonly strict: GhAwConfig;
    /** Only the rules of `recommended`, for lock files that another plugin parses. */
    readonly overlay: GhAwConfig;
    /** Only the rules of `strict`, for lock files that another plugin parses. */
    readonly overlayStrict: GhAwConfig;
    /** For the Markdown sources of lock files. */
    readonly sources: GhAwConfig;
    /** Only the rules of `sources`, for Markdown that another plugin parses. */
    readonly sourcesOverlay: GhAwConfig;
  };
}

const forLockFiles = { language: "gh-aw/workflow", processor: "gh-aw/lock-file" };
const forSources = { language: "gh-aw/source", processor: "gh-aw/source" };
const lockFiles = ["**/*.lock.yml", "**/*.lock.yaml"];
const sourceFiles = ["**/.github/workflows/**/*.md"];

const plugin: GhAwPlugin = {
  meta,
  languages: { workflow: workflowLanguage, source: sourceLanguage },
  processors: { "lock-file": lockFileProcessor, source: sourceProcessor },
  rules,
  configs: {
    recommended: configuration("recommended", lockFiles, recommendedRules, forLockFiles),
    strict: configuration("strict", lockFiles, strictRules, forLockFiles),
    overlay: configuration("overlay", lockFiles, recommendedRules),
    overlayStrict: configuration("overlay-strict", lockFiles, strictRules),
    sources: configuration("sources", sourceFiles, sourceRules, forSources),
    sourcesOverlay: configuration("sources-overlay", sourceFiles, sourceRules),
  },
};

/** `reading`: the language and the processor; without them, another plugin parses the files. */
function configuration(
  name: string,
  files: readonly string[],
  ruleSet: RulesConfig,
  reading: Pick<GhAwConfig, "language" | "processor"> = {},
): GhAwConfig {
  return {
    name: `gh-aw/${name}`,
    files: [...files],
    get plugins() {
      return { "gh-aw": plugin };
    },
    ...reading,
    rules: ruleSet,
  };
}

export default plugin;

// For `require`, which returns the module instead of its default export.
export const configs: GhAwPlugin["configs"] = plugin.configs;
export const languages: GhAwPlugin["languages"] = plugin.languages;
export const processors: GhAwPlugin["processors"] = plugin.processors;
export { meta, rules };
