import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// Random cases can be had again: `FC_SEED=1 npm test`.
process.env.FC_SEED ??= String(Date.now() % 2 ** 31);

const source = "gh-aw-lint-source";

// These see what users see: the compiled packages.
const built = [
  "test/ci/action.test.ts",
  "test/ci/example-steps.test.ts",
  "test/ci/own-action.test.ts",
  "test/ci/gh-extension.test.ts",
  "test/ci/pre-commit.test.ts",
  "test/cli/configuration.test.ts",
  "test/cli/permissions.test.ts",
  "test/cli/process.test.ts",
  "test/cli/suppressions.test.ts",
  "test/core/public-types.test.ts",
  "test/demo/**/*.test.ts",
  "test/docs/readme.test.ts",
  "test/editor/**/*.test.ts",
  "test/plugin/concurrency.test.ts",
  "test/plugin/types.test.ts",
];

// These look at built pages, most of them in a browser, and run one after the other when all others are done.
const pages = ["test/playground/page/**/*.test.ts", "test/site/**/*.test.ts"];

export default defineConfig({
  // All others read the packages' sources; without this they would read `dist`.
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    reporters: ["default", "./test/support/count-reporter.ts"],
    // Properties and processes take a while where others work beside them.
    testTimeout: 300_000,
    coverage: { include: ["packages/*/src/**"], reporter: ["text", "html", "json"] },
    projects: [
      {
        extends: true,
        test: { name: "sources", include: ["test/**/*.test.ts"], exclude: [...built, ...pages] },
      },
      {
        extends: true,
        test: { name: "built", include: built, globalSetup: "test/support/build.ts" },
      },
      {
        extends: true,
        test: {
          ...{ name: "pages", include: pages, globalSetup: "test/support/build-pages.ts" },
          ...{ testTimeout: 120_000, maxWorkers: 1, sequence: { groupOrder: 1 } },
        },
      },
    ],
  },
});
