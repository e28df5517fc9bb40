import type { Linter } from "eslint";
import type { Linter as Linter9 } from "eslint-9";
import ghAw from "eslint-plugin-gh-aw";
import { defineConfig } from "eslint/config";

export default defineConfig([
  ghAw.configs.recommended,
  ghAw.configs.strict,
  ghAw.configs.overlay,
  ghAw.configs.overlayStrict,
  { plugins: { "gh-aw": ghAw }, extends: ["gh-aw/recommended"] },
  {
    files: ["**/*.lock.yml"],
    plugins: { "gh-aw": ghAw },
    language: "gh-aw/workflow",
    processor: ghAw.processors["lock-file"],
    rules: { "gh-aw/codex-websocket-401": "warn" },
  },
]);

export const names: string[] = [ghAw.meta.name, ghAw.meta.version, ghAw.meta.namespace];
export const url: string | undefined = ghAw.rules["codex-websocket-401"].meta?.docs?.url;

// @ts-expect-error -- there is no such rule
export const missing: unknown = ghAw.rules["codex-websocket-402"];
// @ts-expect-error -- there is no such configuration
export const lenient: unknown = ghAw.configs.lenient;

// A list without `defineConfig`, as older configurations have it.
export const plain: Linter.Config[] = [ghAw.configs.recommended, ghAw.configs.overlayStrict];
export const plain9: Linter9.Config[] = [ghAw.configs.recommended, ghAw.configs.overlayStrict];
