import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The fast tests of Codex and of the fixes, without ESLint. Each mutant runs the tests that reach it. */
export default defineConfig({
  resolve: {
    // Stryker mutates a copy of the sources, but `node_modules` in that copy links to the original package.
    alias: { "@gh-aw-lint/core": fileURLToPath(new URL("packages/core/src/index.ts", import.meta.url)) },
  },
  test: {
    include: ["test/core/{codex,fix}/**/*.test.ts", "test/outcomes/recorded-outcomes.test.ts"],
    // Property tests take longer than all other tests together.
    exclude: ["test/core/codex/outcome/{spelling,*-differential}.test.ts"],
    isolate: false,
  },
});
