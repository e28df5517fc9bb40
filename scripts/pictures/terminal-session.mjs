import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { runs } from "../run.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = join(root, "packages/gh-aw-lint/bin/gh-aw-lint.js");

/** A terminal session with a broken lock file: the finding, the fix, and a run without findings. */
export function terminalSession() {
  const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-picture-"));
  try {
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    copyFileSync(
      join(root, "examples/missing-provider.lock.yml"),
      join(folder, ".github/workflows/issue-helper.lock.yml"),
    );
    return [[], ["--fix"]].map((args) => use(args, folder)).join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {readonly string[]} args
 * @param {string} folder
 */
function use(args, folder) {
  const prompt = styleText("dim", "$", { validateStream: false });
  const typed = styleText("bold", ["npx gh-aw-lint", ...args].join(" "), { validateStream: false });
  // The default on a terminal.
  const { output } = runs(process.execPath, [command, "--format", "full", ...args], {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: "1" },
  });
  return `${prompt} ${typed}\n${output}`;
}
