import js from "@eslint/js";
import markdown from "@eslint/markdown";
import type { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lint, places } from "../support/lint.js";
import { hashOfFrontMatter, lockWithHash, source } from "../support/source.js";

const folder = ".github/workflows/";
const stale = lockWithHash(hashOfFrontMatter("on: push\n"));
// A heading of level 3 below one of level 1, which `@eslint/markdown` reports.
const text = source("on: issues\nengine: claude\n", "# Title\n\n### Part\n");
const recommended = markdown.configs.recommended as unknown as Linter.Config[];

async function reports(config: readonly Linter.Config[]): Promise<string[]> {
  const files = { [`${folder}test.lock.yml`]: stale };
  const result = await lint(text, { config, filePath: `${folder}test.md`, files });
  return places(result).map((place) => place.replace(/^\S+ /, ""));
}

describe("with @eslint/markdown,", () => {
  test("both plugins report if this plugin's configuration comes first", async () => {
    const theirs = recommended.map((config) => ({ ...config, files: ["**/*.md"] }));
    expect(await reports([ghAw.configs.sources, ...theirs])).toContain("staleFrontMatter");
    expect(await reports([ghAw.configs.sources, ...theirs])).toContain("skippedHeading");
  });

  test("both plugins report if `sourcesOverlay` comes last", async () => {
    expect(await reports([...recommended, ghAw.configs.sourcesOverlay])).toEqual(
      expect.arrayContaining(["staleFrontMatter", "skippedHeading"]),
    );
  });

  test("only this plugin reports if its language comes last", async () => {
    expect(await reports([...recommended, ghAw.configs.sources])).toEqual(["staleFrontMatter"]);
  });

  test("JavaScript rules for every file report nothing in a source", async () => {
    expect(await reports([js.configs.recommended, ghAw.configs.sources])).toEqual(["staleFrontMatter"]);
  });
});
