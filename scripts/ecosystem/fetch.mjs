import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A public lock file. A commit never changes; `sha256` protects against a host that serves something else.
 *
 * @typedef {object} Entry
 * @property {string} repository `owner/name` on GitHub
 * @property {string} commit 40 hexadecimal digits
 * @property {string} path in the repository
 * @property {string} [sha256] of the file's bytes; absent until the file is first fetched with `--record`
 */

/**
 * Fetches files that are not in the folder yet; a file's name shows its origin. Throws if a file does not match its
 * checksum. Skips a file that no longer exists, with a message, because repositories can disappear.
 *
 * @param {readonly Entry[]} entries
 * @param {string} folder
 * @param {string} [host] the host that serves GitHub's files, without a trailing slash
 * @returns {Promise<Entry[]>} the entries; those of existing files have a checksum
 */
export async function fetchLockFiles(entries, folder, host = "https://raw.githubusercontent.com") {
  mkdirSync(folder, { recursive: true });
  const recorded = [];
  let missing = 0;
  for (const entry of entries) {
    const { repository, commit, path, sha256 } = entry;
    const file = join(folder, fileName(entry));
    const bytes = existsSync(file)
      ? readFileSync(file)
      : await download(`${host}/${repository}/${commit}/${path}`);
    if (bytes === undefined) {
      missing += 1;
      recorded.push(entry);
      console.error(`${repository} has no ${path} at ${commit} any more.`);
      continue;
    }
    const actual = createHash("sha256").update(bytes).digest("hex");
    if (sha256 !== undefined && sha256 !== actual)
      throw new Error(
        `${path} of ${repository} at ${commit} does not match its checksum: its SHA-256 is ${actual}.`,
      );
    writeFileSync(file, bytes);
    recorded.push({ ...entry, sha256: actual });
  }
  if (missing === entries.length) throw new Error("No lock file could be fetched.");
  const unrecorded = entries.filter(({ sha256 }) => sha256 === undefined).length;
  console.error(`${entries.length - missing} of ${entries.length} lock files are in ${folder}.`);
  if (unrecorded > 0) console.error(`${unrecorded} have no recorded checksum: \`--record\` writes it.`);
  return recorded;
}

/**
 * @param {Entry} entry
 * @returns {string}
 */
function fileName({ repository, commit, path }) {
  return [repository, commit.slice(0, 10), path.replace(/^\.github\/workflows\//, "")]
    .join("/")
    .replaceAll("/", "__");
}

/**
 * @param {string} url
 * @returns {Promise<Buffer | undefined>} `undefined` if the file does not exist
 */
async function download(url) {
  const response = await fetch(url);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${url} answers with ${response.status} ${response.statusText}.`);
  return Buffer.from(await response.arrayBuffer());
}
