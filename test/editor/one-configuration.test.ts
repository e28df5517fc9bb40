import { readFileSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readAction } from "../support/action.js";
import { spawnCommand } from "../support/command.js";
import { linkCommand, runStep } from "../support/runner.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { startLanguageServer } from "./language-server.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = ".github/workflows/a.lock.yml";
const broken = lockFile({ detection: false });
const address = 'base_url = "http://gateway.example.com/v1"';
const config = `
  import ghAw from "eslint-plugin-gh-aw";
  const rules = { "gh-aw/codex-websocket-401": ["error", { baseUrl: "http://gateway.example.com/v1" }] };
  export default [ghAw.configs.recommended, { files: ["**/*.lock.yml"], rules }];`;

/** A repository with ESLint, the plugin, and a configuration with another address of the proxy. */
function repository(): string {
  const folder = temporaryFolder({ [file]: broken, "eslint.config.mjs": config });
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(root, "node_modules/eslint"), join(folder, "node_modules/eslint"), "junction");
  const plugin = join(root, "packages/eslint-plugin-gh-aw");
  symlinkSync(plugin, join(folder, "node_modules/eslint-plugin-gh-aw"), "junction");
  linkCommand(folder);
  return folder;
}

const { runs } = readAction();
const [hook] = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")) as { entry: string }[];

/** The ways to fix the file in a folder. */
const ways: Readonly<Record<string, (cwd: string) => void | Promise<void>>> = {
  eslint: (cwd) => {
    runStep(`node node_modules/eslint/bin/eslint.js --fix ${file}`, cwd);
  },
  "an editor's server": async (cwd) => {
    const server = await startLanguageServer(cwd);
    const document = await server.open(file, "yaml", broken);
    writeFileSync(join(cwd, file), await document.apply("Fix all auto-fixable problems"));
    await server.stop();
  },
  "gh-aw-lint": (cwd) => {
    spawnCommand(["--fix"], { cwd });
  },
  "the action": (cwd) => {
    const temp = temporaryFolder();
    linkCommand(join(temp, "gh-aw-lint"));
    const inputs = { FILES: "", FIX: "true", CONFIG: "", STRICT: "false", RULES: "", IGNORE_PATTERNS: "" };
    runStep(runs.steps[1]!.run, cwd, { ...inputs, FAIL_ON: "error", RUNNER_TEMP: temp });
  },
  "the hook for pre-commit": (cwd) => {
    runStep(`${hook!.entry} --fix ${file}`, cwd);
  },
};

test.each(Object.keys(ways))("%s uses the repository's configuration", async (way) => {
  const cwd = repository();
  await ways[way]!(cwd);
  expect(readFileSync(join(cwd, file), "utf8")).toContain(address);
});
