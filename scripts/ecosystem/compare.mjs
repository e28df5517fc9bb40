import { basename } from "node:path";
import { fixAll, lintAll, timeLinting } from "./lint.mjs";

/**
 * @typedef {object} FileChange
 * @property {string} file the file's name
 * @property {readonly string[]} removed findings that only the base has, one line each
 * @property {readonly string[]} added findings that only the head has
 * @property {{ before: string, after: string } | undefined} fix the file's text after the fixes of base and head, if they differ
 */

/**
 * @typedef {object} Comparison
 * @property {number} files number of linted files
 * @property {number} findings number of findings of the head
 * @property {readonly FileChange[]} changes files with differences
 * @property {{ base: readonly number[], head: readonly number[] }} milliseconds for all files, with the start of the
 *   process, in each round
 */

/**
 * Lints the lock files of a folder with the commands of two checkouts, with the configuration `strict`.
 *
 * @param {string} base the root of a built checkout
 * @param {string} head
 * @param {{ folder: string, rounds: number }} options how often each is timed
 * @returns {Comparison}
 */
export function compare(base, head, { folder, rounds }) {
  const before = lintAll(base, folder);
  const after = lintAll(head, folder);
  const fixedBefore = fixAll(base, folder);
  const fixedAfter = fixAll(head, folder);
  const changes = Array.from(new Set([...before.keys(), ...after.keys()]))
    .sort()
    .map((path) => {
      const old = before.get(path) ?? [];
      const now = after.get(path) ?? [];
      const texts = { before: fixedBefore.get(path) ?? "", after: fixedAfter.get(path) ?? "" };
      return {
        file: basename(path),
        removed: old.filter((finding) => !now.includes(finding)),
        added: now.filter((finding) => !old.includes(finding)),
        fix: texts.before === texts.after ? undefined : texts,
      };
    })
    .filter(({ removed, added, fix }) => removed.length > 0 || added.length > 0 || fix !== undefined);
  return {
    files: after.size,
    findings: Array.from(after.values(), (findings) => findings.length).reduce((sum, n) => sum + n, 0),
    changes,
    milliseconds: timeLinting(base, head, { folder, rounds }),
  };
}
