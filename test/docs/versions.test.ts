import { readdirSync, readFileSync } from "node:fs";
import { inc, major, minor, patch } from "semver";
import { describe, expect, test } from "vitest";
import { awfChanges } from "../../packages/core/src/awf/index.js";
import { compilerFaults } from "../../packages/core/src/gh-aw/index.js";
import { generations } from "../support/generations.js";
import { codexChanges } from "./compatibility/codex-changes.js";

/** Releases in the data, and the adjacent releases on the other side of each change. */
const known = new Set([
  ...codexChanges.flatMap(({ since, evidence }) => [since, ...(evidence.match(/\d+\.\d+\.\d+/g) ?? [])]),
  ...Object.values(awfChanges).flatMap(({ lastWithout }) => [lastWithout, inc(lastWithout, "patch")!]),
  ...compilerFaults.flatMap(({ first, fixed }) => [first, fixed, before(fixed)]),
  ...Object.keys(generations).map((compiler) => compiler.slice(1)),
]);

function before(release: string): string {
  return patch(release) === 0 ? release : `${major(release)}.${minor(release)}.${patch(release) - 1}`;
}

const pages = [
  "README.md",
  ...markdownIn("docs"),
  ...markdownIn("packages/eslint-plugin-gh-aw/docs/rules"),
].filter((page) => page !== "docs/compatibility.md" && page !== "docs/performance.md");

function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}

describe("each release in a page is in the data, or on a line with its evidence:", () => {
  test.each(pages)("%s", (page) => {
    const prose = readFileSync(page, "utf8").replace(/^```.*?^```$/gms, "");
    const unknown = prose
      .split("\n")
      .filter((line) => !/#\d+/.test(line))
      .flatMap((line) => [...line.matchAll(/(?<![\d.])v?(0\.\d+(?:\.\d+)?)\b(?!\.\d)/g)])
      .filter(([text]) => text.startsWith("v") || text.split(".").length === 3)
      .map(([, release]) => (release!.split(".").length === 3 ? release! : `${release!}.0`))
      .filter((release) => !known.has(release));
    expect(unknown).toEqual([]);
  });
});
