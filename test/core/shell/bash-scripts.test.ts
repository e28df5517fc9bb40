import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { arithmeticScripts } from "./arithmetic-scripts.js";
import { bashScripts } from "./bash-scripts.js";
import { controlScripts } from "./control-scripts.js";
import { descriptorScripts } from "./descriptor-scripts.js";
import { fileCommandScripts } from "./file-command-scripts.js";
import { jqScripts } from "./jq-scripts.js";
import { filesOfScript, unknownFilesOfScript } from "./files-of-script.js";
import { posixScripts } from "./posix-scripts.js";
import { usageScripts } from "./usage-scripts.js";
import { programScripts } from "./program-scripts.js";
import { scriptEnvironment } from "./script-arbitraries.js";

const files = ["a", "b", "c", "e"];
const isInstalled = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
const hasBash = isInstalled("bash");
const scripts = [
  ...bashScripts,
  ...arithmeticScripts,
  ...controlScripts,
  ...descriptorScripts,
  ...fileCommandScripts,
  ...posixScripts,
  ...usageScripts,
  ...(isInstalled("jq") ? jqScripts : []),
];

/** The content of each file after Bash ran the script. */
function runBash(script: string): ReadonlyMap<string, string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-bash-"));
  try {
    mkdirSync(join(folder, "dir"));
    const env = { ...scriptEnvironment, D: folder, PATH: process.env.PATH, LC_ALL: "C.UTF-8" };
    const { error } = spawnSync("bash", ["-c", script], {
      cwd: folder,
      env,
      stdio: "ignore",
      timeout: 20_000,
    });
    if (error) throw error;
    return new Map(
      files.map((name) => {
        const path = join(folder, name);
        return [name, existsSync(path) ? readFileSync(path, "utf8").replaceAll(folder, "/D") : undefined];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The names of the files that are unknown after the script, and of those that differ from what Bash writes. */
function compare(script: string): { readonly unknown: readonly string[]; readonly wrong: readonly string[] } {
  const environment = { ...scriptEnvironment, D: "/D" };
  const claimed = filesOfScript(`cd "$D"\n${script}`, environment);
  const paths = files.map((name) => `/D/${name}`);
  const all = unknownFilesOfScript(`cd "$D"\n${script}`, environment, paths);
  const unknown = files.filter((name) => all.has(`/D/${name}`));
  const real = runBash(script);
  const isRight = (name: string): boolean => (claimed[`/D/${name}`] ?? [undefined]).includes(real.get(name));
  return { unknown, wrong: files.filter((name) => !unknown.includes(name) && !isRight(name)) };
}

test.skipIf(!hasBash).each(scripts)("the files have the content that Bash writes: %s", (script) => {
  expect(compare(script).wrong).toEqual([]);
});

test.skipIf(!hasBash).each(programScripts)("all files are known, and as Bash writes them: %s", (script) => {
  expect(compare(script)).toEqual({ unknown: [], wrong: [] });
});
