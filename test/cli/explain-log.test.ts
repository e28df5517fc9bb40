import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import type { ProcessResult } from "../support/process-result.js";
import { lockFile } from "../support/lock-file.js";
import { executeCodex, command, hereDocument, installCodex } from "../support/steps.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { workflow } from "../support/workflow.js";

const home = "/tmp/gh-aw/mcp-config/config.toml";

/** A workflow in which Codex reads this configuration. */
function configured(toml: string, version = "0.121.0"): string {
  return workflow({
    // Creates the folders of gh-aw and the prompt, as compiled files do.
    header: { agent_id: "codex" },
    jobs: {
      agent: [
        installCodex(version),
        { name: "Configure", run: hereDocument({ path: home, delimiter: "EOF", toml }) },
        executeCodex({ proxy: "flag", codex: command.plain }),
      ],
    },
  });
}

const provider = (lines: string): string => `model_provider = "p"\n[model_providers.p]\nname = "P"\n${lines}`;
const proxied =
  'base_url = "http://172.30.0.30:10000"\nenv_key = "OPENAI_API_KEY"\nsupports_websockets = false\n';

/** The output of `gh run view --log` for a run of the workflow a.lock.yml. */
function log(job: string, ...lines: readonly string[]): string {
  const all = ["  GH_AW_WORKFLOW_FILE: a.lock.yml", "OpenAI Codex v0.121.0 (research preview)", ...lines];
  return all.map((line) => `${job}\tRun\t2026-08-01T10:00:00.1234567Z ${line}\n`).join("");
}

function explain(text: string, files: Readonly<Record<string, string>>): Promise<ProcessResult> {
  const workflows = Object.entries(files).map(([name, file]) => [`.github/workflows/${name}`, file]);
  return runCommand(["--explain-log", "-"], {
    cwd: temporaryFolder(Object.fromEntries(workflows) as Record<string, string>),
    stdin: text,
  });
}

describe("`--explain-log` finds the line that explains an error in a log:", () => {
  const websocket =
    "ERROR codex_api::endpoint::responses_websocket: failed to connect to websocket: HTTP error: 401 Unauthorized, url: wss://api.openai.com/v1/responses";
  test.each<[string, string, string, RegExp]>([
    [
      "the 401",
      log("agent", websocket),
      lockFile(),
      /a\.lock\.yml:39:11 gh-aw\/codex-websocket-401\n {2}.*job `agent`/,
    ],
    [
      "the 401 of another job",
      log("detection", websocket),
      lockFile(),
      /gh-aw\/codex-websocket-401\n {2}.*job `detection`/,
    ],
    [
      "the 401 after reconnecting, as people report it",
      log(
        "agent",
        "ERROR: unexpected status 401 Unauthorized: Missing bearer or basic authentication in header, url: https://api.openai.com/v1/responses, cf-ray: 0",
      ),
      lockFile(),
      /gh-aw\/codex-websocket-401/,
    ],
    [
      "a configuration that Codex rejects",
      log(
        "agent",
        'Error loading config.toml: invalid type: string "false", expected a boolean',
        "in `model_providers.p.supports_websockets`",
      ),
      configured(provider(proxied.replace("= false", '= "false"'))),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-config-refused/,
    ],
    [
      "an undefined provider",
      log("agent", "Error: Model provider `openai-proxy` not found"),
      configured('model_provider = "openai-proxy"\n'),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-config-refused/,
    ],
    [
      "a missing key",
      log("agent", "ERROR: Missing environment variable: `NOT_SET_KEY`."),
      configured(provider(proxied.replace("OPENAI_API_KEY", "NOT_SET_KEY"))),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-env-key/,
    ],
    [
      "another vendor's port",
      log(
        "agent",
        "unexpected status 403 Forbidden: Credentials for Anthropic (port 10001) are not configured. Set ANTHROPIC_API_KEY to enable this provider.",
      ),
      configured(provider(proxied.replace("10000", "10001"))),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-proxy-address/,
    ],
    [
      "an address where nothing answers",
      log(
        "agent",
        "ERROR: stream disconnected before completion: error sending request for url (http://172.30.0.30:9/responses)",
      ),
      configured(provider(proxied.replace("10000", "9"))),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-proxy-address/,
    ],
    [
      "an unpublished version",
      log(
        "agent",
        "npm error code ETARGET",
        "npm error notarget No matching version found for @openai/codex@gpt-5.1-codex-mini.",
      ),
      configured(provider(proxied), "gpt-5.1-codex-mini"),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-unknown-version/,
    ],
    [
      "WebSockets at the proxy",
      log(
        "agent",
        "failed to connect to websocket: HTTP error: 426 Upgrade Required, url: ws://172.30.0.30:10000/responses",
      ),
      configured(provider(proxied.replace("= false", "= true"))),
      /a\.lock\.yml:\d+:\d+ gh-aw\/codex-proxy-websocket/,
    ],
  ])("%s", async (_, text, file, expected) => {
    // A second workflow with the same fault, which the log does not name.
    const { status, stdout } = await explain(text, { "a.lock.yml": file, "b.lock.yml": file });
    expect(status).toBe(0);
    expect(stdout).toMatch(expected);
    expect(stdout).not.toContain("b.lock.yml");
  });

  test.each([
    [
      "an outdated lock file",
      "##[error]ERR_CONFIG: Lock file '.github/workflows/a.lock.yml' is outdated! The workflow file '.github/workflows/a.md' frontmatter has changed. Run 'gh aw compile' to regenerate the lock file.",
      "Run `gh aw compile`, and commit the lock file.",
    ],
    [
      "unknown models",
      "[codex-harness] awf-reflect: models fetch returned 503 for http://api-proxy:10000/v1/models",
      "(gh-aw #45923)",
    ],
    [
      "a proxy without OpenAI's key",
      "404 Not Found: OpenAI proxy not configured",
      "Set the secret `OPENAI_API_KEY`",
    ],
  ])("%s, which the file alone may not determine", async (_, line, remedy) => {
    const { status, stdout } = await explain(log("agent", line), {
      "a.lock.yml": lockFile({ compiler: "v0.83.4" }),
    });
    expect(status).toBe(0);
    expect(stdout).toContain("No finding in `.github/workflows/a.lock.yml` explains the error.");
    expect(stdout).toContain(remedy);
  });
});

describe("`--explain-log`", () => {
  test("prints the error, its meaning, the finding, and the fix", async () => {
    const text = log("agent", "HTTP error: 401 Unauthorized, url: wss://api.openai.com/v1/responses");
    const { stdout } = await explain(text, { "a.lock.yml": lockFile() });
    await expect(stdout).toMatchFileSnapshot("__snapshots__/explain-log.txt");
  });

  test("searches all lock files if the log names none, and says so", async () => {
    const text = "Error: Model provider `openai-proxy` not found\n";
    const found = await explain(text, {
      "a.lock.yml": lockFile(),
      "b.lock.yml": configured('model_provider = "openai-proxy"\n'),
    });
    expect(found.stdout).toContain(".github/workflows/b.lock.yml:");
    const { stdout } = await explain(text, { "a.lock.yml": lockFile() });
    expect(stdout).toContain(
      "The log names no lock file in this folder, and no finding in any of them explains the error.",
    );
  });

  test("finds a workflow by its `name:`", async () => {
    const named = lockFile().replace(/^name: .*$/m, 'name: "Issue helper"');
    const text =
      "  GH_AW_WORKFLOW_NAME: Issue helper\n401 Unauthorized, url: wss://api.openai.com/v1/responses\n";
    const { stdout } = await explain(text, { "a.lock.yml": lockFile(), "b.lock.yml": named });
    expect(stdout).toContain("b.lock.yml:");
    expect(stdout).not.toContain("a.lock.yml:");
  });

  test("works without a repository", async () => {
    const { status, stdout } = await explain("401 Unauthorized: url: wss://api.openai.com/v1/responses", {});
    expect(status).toBe(0);
    expect(stdout).toContain("There is no lock file here.");
  });

  test("says that it found no known error", async () => {
    const { status, stdout } = await explain("Error: Process completed with exit code 1.\n", {
      "a.lock.yml": lockFile(),
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^No known error found: /);
  });

  test("reads a log file, and searches the named lock files", async () => {
    const cwd = temporaryFolder({
      "log.txt": "401 Unauthorized, url: wss://api.openai.com/v1/responses",
      "x/c.lock.yml": lockFile(),
    });
    const { stdout } = await runCommand(["--explain-log", "log.txt", "x"], { cwd });
    expect(stdout).toContain(`${join("x", "c.lock.yml")}:39:11 gh-aw/codex-websocket-401`);
    expect((await runCommand(["--explain-log", "no.txt"], { cwd })).status).toBe(2);
  });

  // `npx vitest run test/cli/explain-log --update` writes what it prints into the page.
  test("prints the output in the README", async () => {
    const file = readFileSync(new URL("../../examples/missing-provider.lock.yml", import.meta.url), "utf8");
    const text = log("agent", "HTTP error: 401 Unauthorized, url: wss://api.openai.com/v1/responses");
    const { stdout } = await explain(text.replace("a.lock.yml", "issue-helper.lock.yml"), {
      "issue-helper.lock.yml": file,
    });
    const path = fileURLToPath(new URL("../../README.md", import.meta.url));
    const session = /(?<=--explain-log -\n)[^]*?(?=^```$)/m;
    const readme = readFileSync(path, "utf8");
    expect(readme).toMatch(session);
    await expect(readme.replace(session, () => stdout)).toMatchFileSnapshot(path);
  });
});
