import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// `FC_SEED=1 npm test` repeats the random cases of that seed.
process.env.FC_SEED ??= String(Date.now() % 2 ** 31);

const source = "gh-aw-lint-source";

// These tests use the compiled packages, as users do.
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

// These tests use built pages, most of them in a browser, and run one after another after all other tests.
const pages = ["test/playground/page/**/*.test.ts", "test/site/**/*.test.ts"];

export default defineConfig({
  // All other tests import the packages' sources; without this condition they would import `dist`.
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    reporters: ["default", "./test/support/count-reporter.ts"],
    // Property tests and processes are slow while other tests run.
    testTimeout: 300_000,
    // By default, one core is left idle, which is half of the cores of a small machine.
    maxWorkers: "100%",
    // Test files share the modules of their worker, as the files of an ESLint run share the plugin. Loading the packages
    // again for each test file took half of the processor time.
    isolate: false,
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
          name: "pages",
          include: pages,
          globalSetup: "test/support/build-pages.ts",
          testTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
