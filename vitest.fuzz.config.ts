import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

process.env.FC_CASES ??= "100000";
process.env.FC_WORKFLOWS ??= "20000";

/** The files with property tests. */
const properties = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter(
    (path) =>
      path.endsWith(".test.ts") && /support\/property\.js|FC_WORKFLOWS/.test(readFileSync(path, "utf8")),
  );

export default defineConfig({
  ...base,
  test: {
    include: properties,
    reporters: base.test?.reporters ?? [],
    testTimeout: 0,
    // Shows the statistics that the tests print.
    disableConsoleIntercept: true,
  },
});
