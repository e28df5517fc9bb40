import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const source = "gh-aw-lint-source";

// These see what users see: the compiled packages.
const built = [
  "test/demo/**/*.test.ts",
  "test/docs/readme.test.ts",
  "test/plugin/concurrency.test.ts",
  "test/plugin/types.test.ts",
];

export default defineConfig({
  // All others read the packages' sources; without this they would read `dist`.
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    reporters: ["default", "./test/support/count-reporter.ts"],
    coverage: { include: ["packages/*/src/**"], reporter: ["text", "html", "json"] },
    projects: [
      { extends: true, test: { name: "sources", include: ["test/**/*.test.ts"], exclude: built } },
      {
        extends: true,
        test: { name: "built", include: built, globalSetup: "test/support/build.ts", testTimeout: 120_000 },
      },
    ],
  },
});
