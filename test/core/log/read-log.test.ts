import { readLog, type SymptomKind } from "@gh-aw-lint/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordedReleases } from "../../recordings/index.js";
import { processorTime } from "../../support/processor-time.js";
import { expectProperty } from "../../support/property.js";

const kindsOf = (log: string): SymptomKind[] => readLog(log).symptoms.map(({ kind }) => kind);

describe("the output of the real Codex", () => {
  const recorded = recordedReleases().flatMap(({ codex, outcomes }) =>
    [...outcomes].flatMap(([name, { outcome, error }]) =>
      error ? [{ codex, name, outcome, log: error.join("\n") }] : [],
    ),
  );

  test("is recognized according to the run's outcome", () => {
    expect(recorded.length).toBeGreaterThan(400);
    const expected = { direct: "direct", websocket: "websocket" } as const;
    const refusals: readonly SymptomKind[] = ["refused", "missingKey", "unreachable", "unusableAddress"];
    const unrecognized = recorded.filter(({ outcome, log }) => {
      const kinds = kindsOf(log);
      // The first error that Codex printed in these runs was about an MCP server.
      if (log.includes("rmcp::transport")) return kinds.length > 0;
      if (outcome === "refused") return kinds.length !== 1 || !refusals.includes(kinds[0]!);
      return outcome === "proxied" || kinds.join() !== expected[outcome];
    });
    expect(unrecognized).toEqual([]);
  });
});

describe("a quote from a log", () => {
  const missing = "unexpected status 401 Unauthorized: Missing bearer or basic authentication in header";
  const incorrect = "unexpected status 401 Unauthorized: Incorrect API key provided: sk-place***roxy.";
  test.each<[string, string, SymptomKind]>([
    // gh-aw's own reports leave out addresses (gh-aw-firewall #2064).
    ["a redacted address", `${missing}, url: (api.openai.com/redacted)`, "direct"],
    ["the address on its own line", `${missing}\nurl: https://api.openai.com/v1/responses`, "direct"],
    // gh-aw-threat-detection #341
    ["the placeholder for a key", incorrect, "direct"],
    [
      "the error's code (E009)",
      "ERR_CONFIG: E009 CONFIG_HASH_MISMATCH: Lock file '.github/workflows/a.lock.yml' is outdated!",
      "staleLock",
    ],
    ["no file", "ERR_CONFIG: Lock file is outdated! The workflow file frontmatter has changed.", "staleLock"],
    [
      "a configuration that Codex's app rejects",
      "failed to load configuration: ~/.codex/config.toml:228:1: invalid type: map, expected a sequence",
      "refused",
    ],
  ])("is recognized with %s", (_, log, kind) => {
    expect(kindsOf(log)).toEqual([kind]);
  });

  test.each([
    `${missing}, url: http://gateway.example.com/v1/responses`,
    "unexpected status 401 Unauthorized: Incorrect API key provided: sk-proj-***, url: http://172.30.0.30:10000/responses",
    "stream error: exceeded retry limit, last status: 401 Unauthorized; retrying 1/5 in 185ms…",
  ])("is not recognized as a bypass with another host or no host: %s", (log) => {
    expect(kindsOf(log)).toEqual([]);
  });
});

describe("a log", () => {
  const error = "ERROR: Missing environment variable: `OPENAI_API_KEY`.";

  test.each([
    ["plain", error],
    ["of a job, with timestamps", `\uFEFF2026-08-01T10:00:00.1234567Z ${error}`],
    ["of `gh run view --log`", `agent\tExecute Codex CLI\t2026-08-01T10:00:00.1234567Z ${error}`],
    ["with colors and commands", `2026-08-01T10:00:00Z ##[error]\u001B[31m${error}\u001B[0m`],
    ["with Windows line endings", `a\r\n${error}\r\n`],
  ])("is read %s", (_, log) => {
    expect(readLog(log).symptoms).toMatchObject([{ kind: "missingKey", text: error }]);
  });

  test.each([
    ["agent\tRun\t2026-08-01T10:00:00Z a\ndetection\tRun\t2026-08-01T10:00:00Z " + error, "detection"],
    [`2026-08-01T10:00:00Z Complete job name: detection\n2026-08-01T10:00:01Z ${error}`, "detection"],
    [error, undefined],
  ])("names the job if possible: %j", (log, job) => {
    expect(readLog(log).symptoms).toMatchObject([{ job }]);
  });

  test("names workflows", () => {
    const log = [
      "##[group]Run actions/github-script",
      "  GH_AW_WORKFLOW_FILE: issue-helper.lock.yml",
      "2026-08-01T10:00:00Z   GH_AW_WORKFLOW_ID: daily",
      "  GH_AW_WORKFLOW_NAME: Issue helper",
      "Uses: o/r/.github/workflows/a.b.lock.yml@refs/heads/main, not pnpm-lock.yaml nor x.lock.ymlx",
    ].join("\n");
    expect(readLog(log)).toEqual({
      symptoms: [],
      lockFiles: ["issue-helper.lock.yml", "daily.lock.yml", "a.b.lock.yml"],
      workflowNames: ["Issue helper"],
    });
  });

  test("has errors that a run survives only if there are no others", () => {
    const websocket = "HTTP error: 426 Upgrade Required, url: ws://172.30.0.30:10000/responses";
    expect(kindsOf(websocket)).toEqual(["websocket"]);
    expect(kindsOf(`${websocket}\n${error}`)).toEqual(["missingKey"]);
  });

  test("has each error once per job, at its first line", () => {
    const rows = ["agent", "agent", "detection"].map((job) => `${job}\tRun\t2026-08-01T10:00:00Z ${error}`);
    expect(readLog(rows.join("\n")).symptoms).toMatchObject([
      { job: "agent", line: 1 },
      { job: "detection", line: 3 },
    ]);
  });

  test("of any content is read quickly", () => {
    const start = processorTime();
    readLog("error sending request for url (".repeat(10_000));
    readLog(`${"config.toml:1".repeat(1000)}\n`.repeat(1000));
    readLog(`${"a.".repeat(5000)}\n`.repeat(200));
    expect(processorTime() - start).toBeLessThan(5000);
    expectProperty(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readLog(text).symptoms).toEqual([]);
      }),
    );
  });
});
