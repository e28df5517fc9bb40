import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

export default defineConfig({
  ...base,
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    // Each run of Codex takes seconds, most of which it waits.
    maxWorkers: 1,
    fileParallelism: false,
    maxConcurrency: 4,
    disableConsoleIntercept: true,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
