import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("a text that is no lock file is named as what it is:", () => {
  const opened = usePlayground({ shared: true });
  const runs = () => opened.playground.page.locator("#runs").innerText();
  const stamp = "2026-04-20T12:00:00.1234567Z";

  test("a log with an error that is known, at its line", async () => {
    const { playground } = opened;
    await playground.paste(
      [
        `agent\tExecute Codex CLI\t${stamp} GH_AW_WORKFLOW_ID: triage`,
        `agent\tExecute Codex CLI\t${stamp} ERROR: unexpected status 401 Unauthorized: Missing bearer, url: wss://api.openai.com/v1/responses`,
        "",
      ].join("\n"),
    );
    await expectStatus(playground, "This is the log of a run, with 1 known error.");
    expect(await playground.findings()).toEqual([
      expect.stringMatching(/^2:\d+ gh-aw\/codex-websocket-401 Codex bypassed AWF's API proxy/),
    ]);
    expect(await playground.currentLine()).toBe("2");
    expect(await playground.markedText()).toMatch(/^ERROR: unexpected status 401/);
    expect(await runs()).toContain("Paste the lock file that ran (triage.lock.yml)");
  });

  test("a log without one", async () => {
    const { playground } = opened;
    await playground.paste(`${stamp} ##[group]Run make\n${stamp} make: *** No rule to make target.\n`);
    await expectStatus(playground, "This is the log of a run, with none of the known errors.");
    expect(await playground.findings()).toEqual([]);
    expect(await runs()).not.toContain("does not run Codex");
  });

  test("a source", async () => {
    const { playground } = opened;
    await playground.paste("---\non: push\nengine: codex\n---\n\n# Triage\n\nLook at the issue.\n");
    await expectStatus(playground, "This is the source of a workflow, not its lock file.");
    expect(await runs()).toContain("Paste the lock file that gh aw compile writes");
    expect(await playground.findings()).toEqual([]);
  });

  test("what is not YAML, with the place of the error", async () => {
    const { playground } = opened;
    await playground.paste(`${lockFile()}  - [`);
    await expectStatus(playground, /^This is not valid YAML: see line \d+\.$/);
    expect((await playground.findings())[0]).toMatch(/^\d+:\d+ Parsing Parsing error: /);
    expect(await runs()).toContain("GitHub cannot read this file");
    expect(await playground.currentLine()).toBe((await playground.findings())[0]!.split(":")[0]);
    await playground.paste("{{{ ]] %%\n");
    await expectStatus(playground, /^This is not valid YAML: see line \d+\.$/);
  });

  test("YAML that is no workflow", async () => {
    const { playground } = opened;
    await playground.paste("services:\n  web:\n    image: nginx\n");
    await expectStatus(playground, "This is not a workflow: it has no jobs.");
    expect(await runs()).not.toContain("does not run Codex");
    expect(await playground.findings()).toEqual([]);
  });

  test("and a workflow without Codex as that", async () => {
    const { playground } = opened;
    await playground.paste("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n");
    await expectStatus(playground, "No findings.");
    expect(await runs()).toContain("does not run Codex");
  });
});
