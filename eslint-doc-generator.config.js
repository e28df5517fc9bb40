import { format, resolveConfig } from "prettier";

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  configEmoji: [
    ["strict", "🔒"],
    ["sources", "📄"],
  ],
  // These have the same rules as `recommended`, `strict` and `sources`.
  ignoreConfig: ["overlay", "overlayStrict", "sourcesOverlay"],
  // Every page has "Options"; a test compares that section with the schema.
  ruleDocSectionOptions: false,
  pathRuleList: ["README.md", "../../README.md"],
  ruleDocTitleFormat: "prefix-name",
  ruleDocNotices: ["description", "configs", "fixableAndHasSuggestions"],
  ruleListColumns: ["name", "description", "configsError", "configsWarn", "fixable", "hasSuggestions"],
  postprocess: async (content, path) => format(content, { ...(await resolveConfig(path)), filepath: path }),
};
