import { readdirSync } from "node:fs";
import { basename, extname } from "node:path";
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
 * @param {string} folder the recordings: a file for each release, such as `0.169.0.yaml`
 * @returns {string[]}
 */
export function measuredReleases(folder) {
  const releases = readdirSync(folder)
    .filter((file) => extname(file) === ".yaml")
    .map((file) => basename(file, ".yaml"));
  if (releases.length === 0) throw new Error(`${folder} has no recordings.`);
  return releases;
}

/**
 * Stable releases that are newer than all measured ones, the oldest first. Older releases were left out on purpose, because
 * few of them change what Codex does.
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
