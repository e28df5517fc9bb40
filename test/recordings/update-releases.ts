import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { compare, valid } from "semver";
import { codexReleases, releasesPath } from "./codex-releases.js";

const run = promisify(execFile);

/** Updates the list of releases from npm, unless it already has this release. */
export async function addRelease(version: string): Promise<void> {
  if (codexReleases().versions.includes(version)) return;
  const { stdout } = await run("npm", ["view", "@openai/codex", "versions", "dist-tags.latest", "--json"]);
  const { versions, "dist-tags.latest": latest } = JSON.parse(stdout) as {
    versions: readonly string[];
    "dist-tags.latest": string;
  };
  const list = {
    source: "npm view @openai/codex versions dist-tags.latest",
    date: new Date().toISOString().slice(0, 10),
    latest,
    // A version for one platform belongs to a release, and is not a release itself.
    versions: versions.filter((each) => valid(each) && !/-(?:darwin|linux|win32)-/.test(each)).sort(compare),
  };
  await writeFile(releasesPath, `${JSON.stringify(list, null, 2)}\n`);
}
