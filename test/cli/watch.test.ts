import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });
const file = ".github/workflows/a.lock.yml";

test("`--watch` lints a changed file again, and with `--fix` fixes it once", async () => {
  const cwd = temporaryFolder({ [file]: sound, ".github/workflows/b.lock.yml": sound });
  const end = new AbortController();
  let written = "";
  const waitForOutput = async (text: string): Promise<void> => {
    while (!written.includes(text)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const running = runCommand(["--watch", "--fix"], {
    cwd,
    signal: end.signal,
    onWritten: (text) => (written += text),
  });
  await waitForOutput("Watching for changes. Press Ctrl+C to stop.\n");
  expect(written).toMatch(/^No findings: 2 files, /);

  written = "";
  writeFileSync(join(cwd, file), broken);
  await waitForOutput("No findings: 1 file, ");
  expect(written).toContain(`\n${file}\n  job agent: codex-websocket-401\n`);
  expect(readFileSync(join(cwd, file), "utf8")).toContain('model_provider = "openai-proxy"');

  // The command's own fix does not count as a change.
  written = "";
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(written).toBe("");
  end.abort();
  expect((await running).status).toBe(0);
}, 60_000);

test.each([
  ["standard input", ["-"], "Standard input cannot be watched.\n"],
  ["a folder that does not exist", ["no"], "`no` does not exist and cannot be watched.\n"],
])("`--watch` rejects %s", async (_, paths, stderr) => {
  const result = await runCommand(["--watch", ...paths], { cwd: temporaryFolder() });
  expect(result).toEqual({ status: 2, stdout: "", stderr });
});
