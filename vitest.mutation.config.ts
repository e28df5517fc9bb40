import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The quick tests that speak about Codex and the fixes, without ESLint: each mutant is put to those that reach it. */
export default defineConfig({
  resolve: {
    // Stryker mutates a copy of the sources, in which `node_modules` still leads to the package itself.
    alias: { "@gh-aw-lint/core": fileURLToPath(new URL("packages/core/src/index.ts", import.meta.url)) },
  },
  test: {
    include: ["test/core/{codex,fix}/**/*.test.ts", "test/outcomes/recorded-outcomes.test.ts"],
    // Properties take longer than all others together.
    exclude: ["test/core/codex/outcome/{spelling,*-differential}.test.ts"],
    isolate: false,
  },
});
