import type { RulesConfig } from "@eslint/core";

/** The rules that find what makes a Codex run fail. */
export const recommendedRules: RulesConfig = {
  "gh-aw/codex-config-refused": "error",
  "gh-aw/codex-env-key": "error",
  "gh-aw/codex-proxy-address": "error",
  "gh-aw/codex-source": "error",
  "gh-aw/codex-unknown-version": "error",
  "gh-aw/codex-websocket-401": "error",
  "gh-aw/stale-lock": "error",
};

/** And those that find what will break, or is not what it seems. */
export const strictRules: RulesConfig = {
  ...recommendedRules,
  "gh-aw/codex-misplaced-key": "error",
  "gh-aw/codex-proxy-websocket": "error",
  "gh-aw/codex-unpinned": "error",
  "gh-aw/stale-compiler": "error",
};

/** Those for the Markdown that lock files are compiled from. */
export const sourceRules: RulesConfig = {
  "gh-aw/codex-source": "error",
  "gh-aw/stale-lock": "error",
};
