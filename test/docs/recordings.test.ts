import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as runner from "../oracle/run-workflow/index.js";
import { codexCases } from "../recordings/index.js";

const page = readFileSync("docs/recordings.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("docs/recordings.md names commands, files, cases and functions that exist", () => {
  for (const [, script] of page.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  const paths = [...page.matchAll(/`?\b((?:test|examples)\/[\w./-]+)/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths) expect(existsSync(path), path).toBe(true);
  const [, names] = /npm run measure -- [\d.]+ (\d[^\n]*)/.exec(page)!;
  for (const name of names!.split(" ")) expect([...codexCases().keys()]).toContain(name);
  const [, imported] = /import \{ ([\w, ]+) \} from "\.\.\/oracle\/run-workflow/.exec(page)!;
  for (const name of imported!.split(", ")) expect(Object.keys(runner)).toContain(name);
});
