import { fileURLToPath } from "node:url";

// Stryker works in a copy of the repository, where `../shared` does not lead to the folder next to the repository.
process.env.GH_AW_LINT_SHARED ??= fileURLToPath(new URL("../shared/", import.meta.url));

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: [
    "packages/core/src/codex/**/*.ts",
    "packages/core/src/{execution,faults,fix,runs,verdict}/**/*.ts",
  ],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  incremental: true,
  concurrency: 1,
  reporters: ["clear-text", "json", "progress-append-only"],
  thresholds: { high: 95, low: 90, break: 85 },
};
