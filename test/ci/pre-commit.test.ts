import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { lockFile } from "../support/lock-file.js";
import { linkCommand, runStep } from "../support/runner.js";
import type { ProcessResult } from "../support/process-result.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as Hook[];
const manifest = JSON.parse(readFileSync("packages/gh-aw-lint/package.json", "utf8")) as { version: string };

test("the hook has the version of the package", () => {
  expect(hook!.entry).toBe(`npx --yes gh-aw-lint@${manifest.version}`);
});

test.each([
  ["a.lock.yml", true],
  ["a.lock.yaml", true],
  ["a.yml", false],
  ["pnpm-lock.yaml", false],
  ["a.lock.yml.orig", false],
])("the hook applies to %s: %s", (path, expected) => {
  expect(new RegExp(hook!.files).test(`.github/workflows/${path}`)).toBe(expected);
});

test("the hook's command reports the findings in the given files", () => {
  const cwd = temporaryFolder({ "a.lock.yml": lockFile(), "b.lock.yml": lockFile({ compiler: "v0.83.4" }) });
  // npx runs an installed package with the right version without a request to the registry.
  linkCommand(cwd);
  const result = (...files: string[]): ProcessResult => runStep(`${hook!.entry} ${files.join(" ")}`, cwd);
  expect(result("b.lock.yml")).toMatchObject({
    status: 0,
    stdout: "No findings: 1 file, 2 Codex runs, all through the proxy.\n",
  });
  const { status, stdout } = result("a.lock.yml", "b.lock.yml");
  expect(status).toBe(1);
  expect(stdout).toContain("gh-aw/codex-websocket-401");
});
