import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scriptOf } from "../support/workflow-step.js";
import { runStep } from "../support/runner.js";
import type { ProcessResult } from "../support/process-result.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const names = ["@gh-aw-lint/core", "eslint-plugin-gh-aw", "gh-aw-lint"];

/** A folder with the tarballs of a release, and stand-ins for the programs that use the network. */
function release(programs: Readonly<Record<string, string>>): (step: string) => ProcessResult {
  const folder = temporaryFolder({ ...programs, "packed/notes.md": "What is new.\n" });
  for (const program of Object.keys(programs)) chmodSync(join(folder, program), 0o755);
  for (const name of names) {
    const content = join(folder, "content", name, "package");
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, "package.json"), JSON.stringify({ name, version: "1.2.3" }));
    const tarball = join(folder, "packed", `${name.replace("@", "").replace("/", "-")}-1.2.3.tgz`);
    const { status } = spawnSync("tar", ["-czf", tarball, "-C", join(content, ".."), "package"]);
    expect(status).toBe(0);
  }
  return (step) =>
    runStep(scriptOf(".github/workflows/release.yml", step), folder, {
      PATH: `${folder}:${process.env.PATH!}`,
      GITHUB_REF_NAME: "v1.2.3",
    });
}

/** A registry whose answer is the output of the shell function `view` for a name and a version. */
const npm = (view: string): Record<string, string> => ({
  npm: `#!/bin/bash
view() {
${view}
}
case "$1" in
  view) view "$2" ;;
  *) echo "npm $*" ;;
esac
`,
});
const missing = "echo 'npm error code E404' >&2; return 1";

describe("publishing", () => {
  const publish = (view: string): ProcessResult =>
    release(npm(view))("Publish packages that are not on npm yet");

  test("publishes a package after those that it depends on", () => {
    const { status, stdout } = publish(missing);
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toEqual([
      "npm publish --provenance --access public ./packed/gh-aw-lint-core-1.2.3.tgz",
      "npm publish --provenance --access public ./packed/eslint-plugin-gh-aw-1.2.3.tgz",
      "npm publish --provenance --access public ./packed/gh-aw-lint-1.2.3.tgz",
    ]);
  });

  test("continues a release that failed halfway", () => {
    const { status, stdout } = publish(`case "$1" in gh-aw-lint@*) ${missing} ;; *) echo 1.2.3 ;; esac`);
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toEqual([
      "@gh-aw-lint/core@1.2.3 is already published.",
      "eslint-plugin-gh-aw@1.2.3 is already published.",
      "npm publish --provenance --access public ./packed/gh-aw-lint-1.2.3.tgz",
    ]);
  });

  test("publishes nothing if the registry does not answer", () => {
    expect(publish("echo 'npm error code ETIMEDOUT' >&2; return 1")).toEqual({
      status: 1,
      stdout: "npm error code ETIMEDOUT\n",
      stderr: "",
    });
  });
});

describe("the GitHub release", () => {
  const announce = (view: string): string => {
    const gh = `#!/bin/bash\nif [ "$2" = view ]; then ${view}; else echo "gh $*"; fi\n`;
    const { status, stdout } = release({ gh })("Create a GitHub release");
    expect(status).toBe(0);
    return stdout;
  };

  test("is created with the tarballs and the notes", () => {
    const tarballs =
      "./packed/eslint-plugin-gh-aw-1.2.3.tgz ./packed/gh-aw-lint-1.2.3.tgz ./packed/gh-aw-lint-core-1.2.3.tgz";
    expect(announce("false")).toBe(
      `gh release create v1.2.3 ${tarballs} --verify-tag --title v1.2.3 --notes-file packed/notes.md\n`,
    );
  });

  test("is updated if it exists", () => {
    expect(announce("true")).toMatch(
      /^gh release edit v1\.2\.3 .*\ngh release upload v1\.2\.3 .* --clobber\n$/,
    );
  });
});

describe("the notes of a release", () => {
  const notes = (version: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ["scripts/release-notes.mjs", version], { encoding: "utf8" });

  test("are the section of the changelog", () => {
    const [, first = ""] = /^## \[Unreleased\]\n\n([^]*?)(?=^## |$(?![^]))/m.exec(
      readFileSync("CHANGELOG.md", "utf8"),
    )!;
    expect(first).not.toBe("");
    expect(notes("Unreleased")).toMatchObject({ status: 0, stdout: `${first.trim()}\n` });
  });

  test("are required", () => {
    expect(notes("v9.9.9")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "CHANGELOG.md says nothing about 9.9.9.\n",
    });
  });
});
