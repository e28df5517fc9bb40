import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The tests that are quick and speak about Codex and the repairs: each mutant is put to those that reach it. */
export default defineConfig({
  resolve: {
    // Stryker mutates a copy of the sources, in which `node_modules` still leads to the packages themselves.
    alias: {
      "@gh-aw-lint/core": here("packages/core/src/index.ts"),
      "eslint-plugin-gh-aw": here("packages/eslint-plugin-gh-aw/src/index.ts"),
    },
  },
  test: {
    include: [
      "test/core/{codex,diagnosis,repair}/**/*.test.ts",
      "test/outcomes/recorded-outcomes.test.ts",
      "test/plugin/rules/codex-*.test.ts",
    ],
    // Its properties take longer than all others together.
    exclude: ["test/core/codex/outcome/spelling.test.ts"],
    isolate: false,
  },
});
