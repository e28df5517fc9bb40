import type { RulesConfig } from "@eslint/core";

/** The rules that find what makes a Codex run fail. */
export const recommendedRules: RulesConfig = {
  "gh-aw/codex-config-refused": "error",
  "gh-aw/codex-env-key": "error",
  "gh-aw/codex-proxy-address": "error",
  "gh-aw/codex-source": "error",
  "gh-aw/codex-unknown-version": "error",
  "gh-aw/codex-websocket-401": "error",
  "gh-aw/misplaced-directive": "error",
  "gh-aw/stale-lock": "error",
};

/** And those that find what is not what it seems, as errors, and what may break one day, as warnings. */
export const strictRules: RulesConfig = {
  ...recommendedRules,
  "gh-aw/codex-flag-before-exec": "warn",
  "gh-aw/codex-misplaced-key": "error",
  "gh-aw/codex-proxy-websocket": "warn",
  "gh-aw/codex-unpinned": "warn",
  "gh-aw/stale-compiler": "warn",
};

/** Those for the Markdown that lock files are compiled from. */
export const sourceRules: RulesConfig = {
  "gh-aw/codex-source": "error",
  "gh-aw/stale-lock": "error",
};
