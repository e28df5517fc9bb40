import { describe, expect, test } from "vitest";
import { padded } from "../../bench/lock-files/padded.js";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground, type Playground } from "../../support/playground.js";
import { labelledFiles } from "../../support/shared.js";

describe.skipIf(!hasBrowser)("a pasted file", () => {
  const opened = usePlayground();

  test("replaces an unchanged example, with the cursor anywhere, and can be undone", async () => {
    const { playground } = opened;
    const example = (await playground.download()).text;
    await playground.page.locator(".finding").click();
    await playground.pasteAtCursor(lockFile());
    await expectStatus(playground, "Pasted in place of the example. 2 findings, 2 fixable.");
    expect(await playground.download()).toEqual({ name: "workflow.lock.yml", text: lockFile() });
    await playground.editor().press("ControlOrMeta+z");
    await expectStatus(playground, "1 finding, 1 fixable.");
    expect((await playground.download()).text).toBe(example);
  });

  test("keeps its carriage returns", async () => {
    const { playground } = opened;
    const text = lockFile().replaceAll("\n", "\r\n");
    await playground.pasteAtCursor(text);
    expect((await playground.download()).text).toBe(text);
  });

  test("is inserted at the cursor in a changed example", async () => {
    const { playground } = opened;
    const example = (await playground.download()).text;
    await playground.editor().focus();
    await playground.page.keyboard.press("ControlOrMeta+Home");
    await playground.page.keyboard.type("# mine\n");
    await playground.settle();
    await playground.pasteAtCursor("# pasted\n");
    expect((await playground.download()).text).toBe(`# mine\n# pasted\n${example}`);
  });

  test("shows its first finding, highlighted, with lines around it", async () => {
    const { playground } = opened;
    await playground.pasteAtCursor(padded(lockFile(), 100_000));
    const line = await firstLine(playground);
    expect(line).toBeGreaterThan(100);
    expect(await playground.currentLine()).toBe(String(line));
    await expectAround(playground, line);
    expect(await playground.markedText()).toMatch(/^cat > .*GH_AW_CODEX_SHELL_POLICY/);
    await playground.choose("Good");
    await playground.paste(padded(lockFile(), 100_000));
    expect(await playground.currentLine()).toBe(String(line));
  });

  test("shows its first line if there are no findings", async () => {
    const { playground } = opened;
    await playground.pasteAtCursor(padded(lockFile({ compiler: "v0.70.0" }), 100_000));
    await expectStatus(playground, "Pasted in place of the example. No findings.");
    expect(await playground.currentLine()).toBe("1");
    expect(await playground.visibleLines()).toContain(1);
    expect(await playground.markedText()).toBe("");
  });
});

describe.skipIf(!hasBrowser)("a clicked finding", () => {
  const opened = usePlayground();

  test("is visible with the lines around it, also after the fix was shown", async () => {
    const { playground } = opened;
    await playground.paste(padded(lockFile(), 300_000));
    for (const index of [1, 0, 1]) {
      await playground.button("Show fix").click();
      await playground.page.locator(".finding").nth(index).click();
      const lines = (await playground.findings()).map((found) => Number(found.split(":")[0]));
      await expectAround(playground, lines[index]!);
    }
  });

  const files = labelledFiles()
    .filter(({ jobs }) => jobs.some(({ verdict }) => verdict === "broken"))
    .slice(0, 4);
  test.skipIf(files.length === 0).each(files)(
    "is visible with the lines around it in $file",
    async ({ text }) => {
      const { playground } = opened;
      await playground.paste(text);
      const lines = (await playground.findings()).map((found) => Number(found.split(":")[0]));
      expect(lines).not.toEqual([]);
      for (const [index, line] of lines.entries()) {
        await playground.page.locator(".finding").nth(index).click();
        // A command may be longer than the view.
        await expect.poll(playground.visibleLines).toEqual(expect.arrayContaining([line - 1, line]));
        expect(await playground.page.evaluate(() => scrollY)).toBe(0);
        expect(await playground.currentLine()).toBe(String(line));
      }
    },
  );

  test("has its cause on a later line highlighted", async () => {
    const { playground } = opened;
    await playground.paste(lockFile({ compiler: "v0.64.0", detection: false }));
    await playground.page.locator(".finding").first().click();
    expect(await playground.page.locator("#editor .cm-related").allInnerTexts()).toEqual(["codex"]);
    expect(await playground.markedText()).toBe("codex");
    expect(await playground.page.locator("#editor .cm-shown-line").count()).toBe(2);
    expect(await playground.page.evaluate(() => scrollY)).toBe(0);
  });
});

describe.skipIf(!hasBrowser)("long lines", () => {
  const opened = usePlayground();
  const long = `${"x".repeat(40)} `.repeat(80);
  const text = `# ${long}\n${lockFile()}`;

  test("are wrapped in the editor", async () => {
    const { playground } = opened;
    await playground.paste(text);
    expect(await overflow(playground, "#editor")).toBe(0);
  });

  test("are wrapped in the fix, so that each change is visible", async () => {
    const { playground } = opened;
    await playground.paste(text.replaceAll("codex exec", `codex exec -c "note=${long}"`));
    await playground.button("Show fix").click();
    expect(await overflow(playground, "#fix")).toBe(0);
    const { right } = await playground.page.locator("#fix").evaluate((view) => view.getBoundingClientRect());
    const ends = await playground.page
      .locator("#fix .cm-deletedChunk, #fix .cm-deletedText, #fix .cm-changedText")
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right));
    expect(ends.length).toBeGreaterThan(0);
    expect(Math.max(...ends)).toBeLessThanOrEqual(right);
  });
});

/** How many pixels a text is wider than its view. */
function overflow({ page }: Playground, view: string): Promise<number> {
  return page
    .locator(`${view} .cm-scroller`)
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}

async function firstLine(playground: Playground): Promise<number> {
  return Number((await playground.findings())[0]!.split(":")[0]);
}

/** Expects a line and two lines on each side to be visible. */
async function expectAround(playground: Playground, line: number): Promise<void> {
  const around = [line - 2, line - 1, line, line + 1, line + 2];
  await expect.poll(playground.visibleLines).toEqual(expect.arrayContaining(around));
}
