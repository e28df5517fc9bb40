import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the page recognizes texts that are not lock files:", () => {
  const opened = usePlayground();
  const runs = () => opened.playground.page.locator("#runs").innerText();
  const tabs = async () =>
    (await opened.playground.page.getByRole("tab").allTextContents()).map((text) => text.trim());
  const stamp = "2026-04-20T12:00:00.1234567Z";

  test("a log with a known error, at its line", async () => {
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
    expect(await runs()).toContain("Also paste the lock file of the run (triage.lock.yml)");
    expect(await tabs()).toEqual(["Lock file", "Source", "Log 1 finding"]);
  });

  test("a log without a known error", async () => {
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
    expect(await runs()).toContain("Also paste the lock file that gh aw compile writes");
    expect(await playground.findings()).toEqual([]);
  });

  test("invalid YAML, with the location of the error", async () => {
    const { playground } = opened;
    await playground.paste(`${lockFile()}  - [`);
    await expectStatus(playground, /This is not valid YAML: see line \d+\.$/);
    expect((await playground.findings())[0]).toMatch(/^\d+:\d+ Parsing Parsing error: /);
    expect(await runs()).toContain("GitHub cannot read this file");
    expect(await playground.currentLine()).toBe((await playground.findings())[0]!.split(":")[0]);
    await playground.paste("{{{ ]] %%\n");
    await expectStatus(playground, /This is not valid YAML: see line \d+\.$/);
  });

  test("YAML that is not a workflow", async () => {
    const { playground } = opened;
    await playground.paste("services:\n  web:\n    image: nginx\n");
    await expectStatus(playground, "This is not a workflow: it has no jobs.");
    expect(await runs()).not.toContain("does not run Codex");
    expect(await playground.findings()).toEqual([]);
  });

  test("a workflow without Codex", async () => {
    const { playground } = opened;
    await playground.paste("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n");
    await expectStatus(playground, "No findings.");
    expect(await runs()).toContain("does not run Codex");
  });
});

describe.skipIf(!hasBrowser)("related texts", () => {
  const opened = usePlayground();
  const log = "2026-04-20T12:00:00.0Z ERROR: 401 Unauthorized, url: wss://api.openai.com/v1/responses\n";
  const tab = (name: string) => opened.playground.page.getByRole("tab", { name });

  test("are a log and the lock file that explains it, each pasted where the cursor is", async () => {
    const { playground } = opened;
    await playground.pasteAtCursor(log);
    expect(await tab("Log").getAttribute("aria-selected")).toBe("true");
    await playground.page.getByRole("textbox", { name: "Log" }).waitFor();
    const before = await playground.page.evaluate(() => document.body.dataset.checks);
    await playground.page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      lockFile({ detection: false }),
    );
    await playground.page.keyboard.press("ControlOrMeta+V");
    await playground.page.waitForFunction((checks) => document.body.dataset.checks !== checks, before);
    await playground.settle();
    await expectStatus(playground, "1 finding, 1 fixable. The log has 1 known error, explained here.");
    expect(await tab("Lock file").getAttribute("aria-selected")).toBe("true");
    await tab("Log").click();
    const line = (await playground.findings()).at(-1)!.split(":")[0]!;
    await playground.button(`lock file, line ${line}`).click();
    expect(await playground.currentLine()).toBe(line);
    await playground.button("Apply fix").click();
    await expectStatus(
      playground,
      "Fix applied. No findings. The log has 1 known error, which nothing here explains.",
    );
  });

  test("are a source and its lock file, which share a link", async () => {
    const { browser, playground } = opened;
    await playground.choose("A source and its lock file");
    expect(await playground.findings()).toEqual([
      expect.stringContaining("gh-aw/codex-websocket-401"),
      expect.stringContaining("gh-aw/codex-websocket-401"),
      expect.stringContaining("gh-aw/codex-source"),
    ]);
    await playground.button("Copy link").click();
    await expectStatus(playground, /^Link copied/);
    const other = await browser.open(await playground.page.evaluate(() => navigator.clipboard.readText()));
    await expectStatus(other, "Opened from the link. 3 findings, 2 fixable.");
    expect(await other.findings()).toHaveLength(3);
    expect((await other.download()).name).toBe("workflow.md");
    await other.page.getByRole("tab", { name: "Source" }).focus();
    await other.page.keyboard.press("ArrowLeft");
    await other.page.keyboard.press("Enter");
    expect((await other.download()).name).toBe("workflow.lock.yml");
  });

  test("can be dropped one after another", async () => {
    const { playground } = opened;
    await playground.drop("triage.lock.yml", lockFile({ detection: false }));
    await expectStatus(playground, "Opened triage.lock.yml. 1 finding, 1 fixable.");
    await playground.drop("log.txt", log);
    await expectStatus(
      playground,
      /^Opened log\.txt\. 1 finding, 1 fixable\. The log has 1 known error, explained here\.$/,
    );
    await tab("Lock file").click();
    expect((await playground.download()).name).toBe("triage.lock.yml");
  });
});
