import { ESLint } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFile } from "../support/lock-file.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gh-aw-lint-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test("`--cache` returns the same findings, and lints a changed file again", async () => {
  const file = join(folder, "test.lock.yml");
  await writeFile(file, lockFile({ detection: false }));

  const [first] = await lint();
  const [second] = await lint();
  expect(first!.messages).toHaveLength(1);
  expect(second!.messages).toEqual(first!.messages);
  expect(await readFile(join(folder, ".eslintcache"), "utf8")).toContain("test.lock.yml");

  await writeFile(file, lockFile({ compiler: "v0.83.4" }));
  const [third] = await lint();
  expect(third!.messages).toEqual([]);
});

function lint(): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [ghAw.configs.recommended],
    cache: true,
    cacheLocation: join(folder, ".eslintcache"),
  });
  return eslint.lintFiles(["."]);
}
