import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { compare } from "../../scripts/ecosystem/compare.mjs";
import { fetchLockFiles, type Entry } from "../../scripts/ecosystem/fetch.mjs";
import { summary } from "../../scripts/ecosystem/summary.mjs";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A checkout whose command reports a word in each file, and replaces the word as a fix. */
function checkout(word: string, replacement: string): string {
  const root = temporaryFolder();
  const bin = join(root, "packages/gh-aw-lint/bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, "gh-aw-lint.js"),
    `const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
     const folder = process.argv.at(-1);
     const results = readdirSync(folder).map((name) => {
       const filePath = folder + "/" + name;
       const text = readFileSync(filePath, "utf8");
       if (process.argv.includes("--fix")) writeFileSync(filePath, text.replace("${word}", "${replacement}"));
       const messages = text.includes("${word}") ? [{ line: 1, column: 1, ruleId: "gh-aw/x", message: "${word}." }] : [];
       return { filePath, messages };
     });
     console.log(JSON.stringify(results));`,
  );
  return root;
}

const folder = (): string =>
  temporaryFolder({ "a.lock.yml": "red\n", "b.lock.yml": "green\n", "c.lock.yml": "blue\n" });

describe("comparing two checkouts", () => {
  test("reports no differences if nothing has changed", () => {
    const root = checkout("red", "blue");
    const comparison = compare(root, root, { folder: folder(), rounds: 2 });
    expect(comparison).toMatchObject({ files: 3, findings: 1, changes: [] });
    expect(summary(comparison)).toContain("3 lock files, 1 findings. No finding and no fix has changed.");
  });

  test("shows new and removed findings, and fixes that differ", () => {
    const comparison = compare(checkout("red", "blue"), checkout("green", "blue"), {
      folder: folder(),
      rounds: 1,
    });
    expect(comparison.changes).toEqual([
      {
        file: "a.lock.yml",
        removed: ["1:1 gh-aw/x red."],
        added: [],
        fix: { before: "blue\n", after: "red\n" },
      },
      {
        file: "b.lock.yml",
        removed: [],
        added: ["1:1 gh-aw/x green."],
        fix: { before: "green\n", after: "blue\n" },
      },
    ]);
    const text = summary(comparison);
    expect(text).toContain("Findings: **+1 −1**. Files that are fixed differently: **2**.");
    expect(text).toContain("- 1:1 gh-aw/x red.");
    expect(text).toContain("+ 1:1 gh-aw/x green.");
    expect(text).toContain("@@ -1,1 +1,1 @@\n-blue\n+red");
  });

  test("changes no lock file", () => {
    const files = folder();
    compare(checkout("red", "blue"), checkout("green", "blue"), { folder: files, rounds: 1 });
    expect(readdirSync(files).map((name) => readFileSync(join(files, name), "utf8"))).toEqual([
      "red\n",
      "green\n",
      "blue\n",
    ]);
  });

  test("stops if a command fails", () => {
    const root = checkout("red", "blue");
    writeFileSync(join(root, "packages/gh-aw-lint/bin/gh-aw-lint.js"), "process.exitCode = 2;");
    expect(() => compare(root, root, { folder: folder(), rounds: 1 })).toThrow("gh-aw-lint.js failed");
  });

  test.each([
    [[100, 105, 110], [200, 205, 210], "**slower**"],
    [[200, 205, 210], [100, 105, 110], "**faster**"],
    [[100, 105, 250], [200, 205, 210], "no difference that shows"],
    [[100], [200], "no difference that shows"],
    [[100, 100, 101], [105, 105, 106], "no difference that shows"],
  ])("times %j against %j: %s", (base, head, expected) => {
    expect(summary({ files: 1, findings: 0, changes: [], milliseconds: { base, head } })).toContain(expected);
  });
});

describe("fetching lock files", () => {
  const text = "on: push\n";
  const sha256 = createHash("sha256").update(text).digest("hex");
  const entry: Entry = {
    repository: "owner/name",
    commit: "a".repeat(40),
    path: ".github/workflows/b.lock.yml",
  };

  /** A host that serves one file and counts the requests. */
  async function host(): Promise<{ readonly address: string; readonly asked: string[] }> {
    const asked: string[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url!);
      const isThere = url === `/${entry.repository}/${entry.commit}/${entry.path}`;
      response.writeHead(isThere ? 200 : 404).end(isThere ? text : "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  test("records a checksum, and downloads a file once", async () => {
    const { address, asked } = await host();
    const files = join(temporaryFolder(), "lock-files");
    const recorded = await fetchLockFiles([entry], files, address);
    expect(recorded).toEqual([{ ...entry, sha256 }]);
    expect(await fetchLockFiles(recorded, files, address)).toEqual(recorded);
    expect(asked).toHaveLength(1);
    expect(readFileSync(join(files, "owner__name__aaaaaaaaaa__b.lock.yml"), "utf8")).toBe(text);
  });

  test("rejects a file that does not match its checksum", async () => {
    const { address } = await host();
    await expect(
      fetchLockFiles([{ ...entry, sha256: "0".repeat(64) }], temporaryFolder(), address),
    ).rejects.toThrow("does not match its checksum");
  });

  test("skips missing files, but fails if all are missing", async () => {
    const { address } = await host();
    const gone = { ...entry, repository: "owner/gone" };
    const files = temporaryFolder();
    expect(await fetchLockFiles([gone, entry], files, address)).toEqual([gone, { ...entry, sha256 }]);
    expect(readdirSync(files)).toHaveLength(1);
    await expect(fetchLockFiles([gone], temporaryFolder(), address)).rejects.toThrow(
      "No lock file could be fetched.",
    );
  });
});

test("the list names each file once, by repository, commit and path", () => {
  const entries = JSON.parse(readFileSync("test/ecosystem/lock-files.json", "utf8")) as Entry[];
  expect(entries.length).toBeGreaterThan(20);
  for (const { repository, commit, path } of entries) {
    expect(repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(path).toMatch(/^\.github\/workflows\/[\w.-]+\.lock\.yml$/);
  }
  expect(new Set(entries.map(({ repository, path }) => `${repository}/${path}`)).size).toBe(entries.length);
});
