import { describe, expect, test } from "vitest";
import { commandLine } from "../../support/command-line.js";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the fix of the playground", () => {
  const opened = usePlayground();
  const text = lockFile();

  test("is shown as a diff and does not change the text", async () => {
    const { playground } = opened;
    await playground.paste(text);
    await playground.button("Show fix").click();
    const view = playground.page.getByRole("textbox", { name: "Lock file after the fix, with the changes" });
    const added = (await view.locator(".cm-changedLine").allInnerTexts()).map((line) => line.trim());
    expect(added).toContain('model_provider = "openai-proxy"');
    expect(added.some((line) => line.includes("-c model_provider="))).toBe(true);
    const removed = (await view.locator(".cm-deletedChunk").allInnerTexts()).join("\n");
    expect(removed).toContain("exec -c web_search");
    expect(removed).not.toContain("-c model_provider=");
    await playground.button("Show fix").click();
    expect(await view.count()).toBe(0);
    expect((await playground.download()).text).toBe(text);
  });

  test("gives the same text as `eslint --fix`, and can be undone", async () => {
    const { playground } = opened;
    await playground.paste(text);
    await playground.button("Show fix").click();
    await playground.button("Apply fix").click();
    await expectStatus(playground, "Fix applied. No findings.");
    expect((await playground.download()).text).toBe((await commandLine(text)).fixed);
    expect(await playground.page.locator(".run .badge").allInnerTexts()).toEqual([
      "Through the proxy",
      "Through the proxy",
    ]);
    expect(await playground.button("Apply fix").isDisabled()).toBe(true);
    await playground.editor().press("ControlOrMeta+z");
    await expectStatus(playground, "2 findings, 2 fixable.");
    expect((await playground.download()).text).toBe(text);
  });

  test("is withdrawn while a changed text is checked", async () => {
    const { playground } = opened;
    await playground.button("Show fix").click();
    await playground.choose("Good");
    expect(await playground.button("Show fix").isDisabled()).toBe(true);
    expect(await playground.button("Show fix").getAttribute("aria-pressed")).toBe("false");
    expect(await playground.editor().isVisible()).toBe(true);
  });

  test("may be one of several suggestions", async () => {
    const { playground } = opened;
    const header = '# gh-aw-metadata: {"agent_id":"codex","engine_versions":{"codex":"0.121.0"}}\n';
    const options = { compiler: "v0.70.0", codex: "latest", header: false, detection: false } as const;
    const unpinned = `${header}${lockFile(options)}`;
    await playground.paste(unpinned);
    await playground.beStrict();
    await expectStatus(playground, "1 finding, none fixable.");
    await playground.button("Pin Codex 0.121.0.").click();
    await expectStatus(playground, "Suggestion applied. No findings.");
    expect((await playground.download()).text).toBe(unpinned.replace("codex@latest", "codex@0.121.0"));
  });
});
