import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filesOfScript, unknownFilesOfScript } from "./files-of-script.js";
import { script, scriptEnvironment } from "./script-arbitraries.js";
import { expectProperty } from "../../support/property.js";

const hasBash = spawnSync("bash", ["--version"]).status === 0;
const files = ["a", "b", "c", "dir/d", "e"];

/** The content of each file after Bash ran the script. */
function runBash(text: string): Record<string, string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-bash-"));
  try {
    mkdirSync(join(folder, "dir"));
    const environment = { ...scriptEnvironment, D: folder, PATH: process.env.PATH };
    // Not on standard input, from which a `cat` in the script would read the script itself.
    const { error } = spawnSync("bash", ["-c", text], { env: environment, stdio: "ignore", timeout: 20_000 });
    if (error) throw error;
    return Object.fromEntries(
      files.map((name) => {
        const path = join(folder, name);
        return [name, existsSync(path) ? readFileSync(path, "utf8").replaceAll(folder, "/D") : undefined];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!hasBash)("a random script's files have the content that Bash writes, or are unknown", () => {
  let known = 0;
  let unknown = 0;
  expectProperty(
    fc.property(script, (text) => {
      const environment = { ...scriptEnvironment, D: "/D" };
      const modelled = filesOfScript(text, environment);
      const unknownFiles = unknownFilesOfScript(text, environment);
      for (const [name, content] of Object.entries(runBash(text))) {
        const path = `/D/${name}`;
        if (unknownFiles.has(path)) {
          unknown++;
          continue;
        }
        known++;
        const alternatives = modelled[path] ?? [undefined];
        expect(alternatives, `${name} of\n${text}`).toContain(content);
      }
    }),
  );
  // A model that knows nothing would pass.
  expect(known / (known + unknown)).toBeGreaterThan(0.9);
  console.log(`Bash against the model: ${String(known)} files alike, ${String(unknown)} unknown`);
});
