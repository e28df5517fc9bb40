import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("types are valid for a consumer without `skipLibCheck`", () => {
  const tsc = (...args: string[]) =>
    spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", ...args], {
      cwd: root,
      encoding: "utf8",
    });
  expect(tsc("-b", "packages/eslint-plugin-gh-aw").stdout).toBe("");
  expect(tsc("-p", "test/plugin/consumer").stdout).toBe("");
});
