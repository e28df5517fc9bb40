import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const page = readFileSync("CONTRIBUTING.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
/** The files that the tutorial creates. */
const made = page.match(/`[\w./-]*unknown-compiler[\w./-]*`/g)!.map((path) => path.slice(1, -1));

describe("CONTRIBUTING", () => {
  test("names commands that exist", () => {
    const commands = Array.from(page.matchAll(/^ *```sh\n([^]*?)^ *```$/gm), ([, block]) =>
      block!.trim().split("\n"),
    );
    const known = /^(git clone|cd gh-aw-lint$|\.ci\/run$|npx changeset$|npx vitest run )/;
    for (const command of commands.flat().map((line) => line.trim())) {
      const [, script] = /^npm (?:run )?([\w-]+)(?: .*)?$/.exec(command) ?? [];
      if (script === undefined) expect(command).toMatch(known);
      else expect(Object.keys(scripts)).toContain(script);
    }
  });

  test("names files and folders that exist", () => {
    const named = [
      ...Array.from(page.matchAll(/\]\(([\w./-]+)\)/g), ([, path]) => path!),
      ...Array.from(page.matchAll(/(?:packages|test)\/[\w./-]+\.(?:ts|md)/g), ([path]) => path),
    ];
    expect(named.length).toBeGreaterThan(10);
    for (const path of named) if (!made.includes(path)) expect(existsSync(path), path).toBe(true);
  });
});
