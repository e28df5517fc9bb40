import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compare, gt, prerelease, valid } from "semver";
import { run } from "../run.mjs";

/** @returns {string[]} every version of Codex that npm has */
export function publishedReleases() {
  /** @type {string[]} */
  const versions = JSON.parse(
    run("npm", ["view", "@openai/codex", "versions", "--json"], { cwd: process.cwd() }),
  );
  return versions;
}

/**
 * @param {string} folder the recordings, which name the release of each run as `"codex": "0.169.0"`
 * @returns {string[]}
 */
export function measuredReleases(folder) {
  const releases = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .flatMap((text) => Array.from(text.matchAll(/"codex": ?"([\d.]+)"/g), ([, release = ""]) => release));
  if (releases.length === 0) throw new Error(`${folder} holds no recordings.`);
  return [...new Set(releases)];
}

/**
 * Stable releases that are newer than all that were measured, the oldest first. Older ones were left out on purpose: what
 * Codex does changes in few of them.
 *
 * @param {readonly string[]} published
 * @param {readonly string[]} measured
 * @returns {string[]}
 */
export function unmeasured(published, measured) {
  const newest = [...measured].sort(compare).at(-1) ?? "0.0.0";
  return published
    .filter((release) => valid(release) !== null && prerelease(release) === null && gt(release, newest))
    .sort(compare);
}
