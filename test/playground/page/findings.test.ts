import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { listedFindings, strictRules } from "../../support/command-line.js";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";
import { labelledFiles } from "../../support/shared.js";

describe.skipIf(!hasBrowser)("the findings of the playground", () => {
  const opened = usePlayground();

  test("are initially those of an example", async () => {
    const { playground } = opened;
    await expectStatus(playground, "1 finding, 1 fixable.");
    expect(await playground.findings()).toEqual([
      expect.stringMatching(/^22:11 gh-aw\/codex-websocket-401 Codex/),
    ]);
  });

  test("are the command's, in a list, below the text and in the gutter", async () => {
    const { playground } = opened;
    const text = lockFile({ detection: false });
    await playground.paste(text);
    expect(await playground.findings()).toEqual(await listedFindings(text));
    await playground.page.locator(".finding").click();
    expect(await playground.page.locator("#editor .cm-lintRange-error").allInnerTexts()).toEqual([
      expect.stringMatching(/^cat > .*GH_AW_CODEX_SHELL_POLICY/),
    ]);
    expect(await playground.page.locator("#editor .cm-lint-marker-error").count()).toBe(1);
  });

  test("are updated while the user types", async () => {
    const { playground } = opened;
    await playground.editor().focus();
    await playground.page.keyboard.press("ControlOrMeta+Home");
    await playground.page.keyboard.type("# eslint-disable gh-aw/codex-websocket-401\n");
    await expectStatus(playground, "No findings.");
  });

  test("link to their locations, by mouse and by keyboard", async () => {
    const { playground } = opened;
    await playground.paste(lockFile());
    const found = playground.page.locator(".finding");
    const lines = (await playground.findings()).map((finding) => finding.split(":")[0]);
    expect(lines).toHaveLength(2);
    await found.nth(1).click();
    expect(await playground.currentLine()).toBe(lines[1]);
    await found.nth(0).focus();
    await playground.page.keyboard.press("ArrowDown");
    expect(await found.nth(1).evaluate((item) => item === document.activeElement)).toBe(true);
    await playground.page.keyboard.press("Home");
    await playground.page.keyboard.press("Enter");
    expect(await playground.currentLine()).toBe(lines[0]);
    expect(await playground.editor().evaluate((editor) => editor === document.activeElement)).toBe(true);
  });

  test("are those of the enabled rules", async () => {
    const { playground } = opened;
    const text = lockFile({ codex: "latest" });
    await playground.paste(text);
    await playground.beStrict();
    expect(await playground.findings()).toEqual(await listedFindings(text, strictRules));
    const toggle = (rule: string) => playground.page.getByRole("checkbox", { name: `${rule} ` });
    await toggle("stale-compiler").uncheck();
    await playground.settle();
    expect(await playground.findings()).toEqual(
      await listedFindings(text, { ...strictRules, "gh-aw/stale-compiler": "off" }),
    );
    for (const rule of Object.keys(ghAw.rules)) await toggle(rule).uncheck();
    await expectStatus(playground, "No findings.");
    await playground.button("Recommended").click();
    await playground.settle();
    expect(await playground.findings()).toEqual(await listedFindings(text));
  });

  const files = labelledFiles()
    .filter(({ jobs }) => jobs.some(({ verdict }) => verdict === "broken"))
    .slice(0, 3);
  test.skipIf(files.length === 0).each(files)("in $file are the command's", async ({ text }) => {
    const { playground } = opened;
    await playground.paste(text);
    expect(await playground.findings()).toEqual(await listedFindings(text));
  });
});
