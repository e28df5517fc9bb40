import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { followReadme } from "./follow-readme.mjs";
import { useCommand } from "./use-command.mjs";
import { useESLint } from "./use-eslint.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The oldest and the newest supported ESLint, or the version that the variable names. */
const eslints = process.env.ESLINT === undefined ? ["^10.0.0", "9.38.0"] : [process.env.ESLINT];

/**
 * Uses the packed packages in empty projects: with ESLint, as a command, and as the README describes.
 *
 * @param {readonly string[]} tarballs core, the plugin, the command
 */
export function usePacked(tarballs) {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const broken = readFileSync(join(root, "examples/missing-provider.lock.yml"), "utf8");
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-use-"));
  const project = () => mkdtempSync(join(folder, "project-"));
  try {
    for (const eslint of eslints)
      useESLint(project(), eslint, tarballs.slice(0, 2), {
        readme,
        broken,
        typescript: devDependencies.typescript,
      });
    useCommand(project(), tarballs, broken);
    followReadme(project(), tarballs, { readme, broken });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
