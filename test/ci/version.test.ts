import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";

const meta = "packages/eslint-plugin-gh-aw/src/meta.ts";
const manifests = readdirSync("packages").map((name) => `packages/${name}/package.json`);
const files = [
  ".changeset",
  ".pre-commit-hooks.yaml",
  "CHANGELOG.md",
  "README.md",
  "docs/ci.md",
  "examples/workflows",
];

const versionIn = (manifest: string): string =>
  (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;

/** A copy of the files that a release changes. */
function repository(changesets: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  const configuration = ["package.json", "pnpm-workspace.yaml", "scripts/run.mjs", "scripts/version.mjs"];
  for (const path of [...files, ...manifests, meta, ...configuration])
    cpSync(path, join(folder, path), { recursive: true });
  for (const [name, text] of Object.entries(changesets))
    writeFileSync(join(folder, ".changeset", name), text);
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  return folder;
}

function giveVersion(folder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/version.mjs"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

test("a release sets one version in all packages, the documentation, the hook and the examples", () => {
  const before = versionIn(manifests[0]!);
  const folder = repository({ "first.md": '---\n"@gh-aw-lint/core": major\n---\n\nCore changes.\n' });
  const texts = (): string[] =>
    [...files.filter((file) => file.includes("md") || file.startsWith(".pre")), meta].map((path) =>
      readFileSync(join(folder, path), "utf8"),
    );
  const mentions = (version: string): number => texts().join("").split(version).length - 1;
  const expected = mentions(before);

  const after = `${Number(before.split(".")[0]) + 1}.0.0`;
  expect(giveVersion(folder)).toContain(`${before} becomes ${after}.`);
  for (const manifest of manifests) expect(versionIn(join(folder, manifest))).toBe(after);
  expect(mentions(before)).toBe(0);
  // Plus the heading in the changelog.
  expect(mentions(after)).toBe(expected + 1);
  expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toMatch(
    new RegExp(String.raw`^## \[Unreleased\]\n\n## \[${after}\] - \d{4}-\d\d-\d\d\n\n\S`, "m"),
  );
  for (const file of readdirSync(join(folder, "examples/workflows")))
    expect(readFileSync(join(folder, "examples/workflows", file), "utf8")).toContain(after);
});

test("without a changeset, nothing changes", () => {
  const folder = repository({});
  expect(giveVersion(folder)).toMatch(/^No changeset asks for a release: [\d.]+ stays\.$/m);
  expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toBe(readFileSync("CHANGELOG.md", "utf8"));
});
