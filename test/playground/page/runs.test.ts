import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { hasBrowser, usePlayground } from "../../support/playground.js";
import { positionOf } from "../../support/workflow.js";

describe.skipIf(!hasBrowser)("the Codex runs of the playground", () => {
  const opened = usePlayground();
  const text = lockFile({ compiler: "v0.70.0", detection: false });

  test("are explained", async () => {
    const { playground } = opened;
    await playground.paste(text);
    const run = playground.page.getByRole("article", { name: "Job agent" });
    expect(await run.locator(".badge").innerText()).toBe("Through the proxy");
    expect(await run.locator("dt").allInnerTexts()).toEqual(["Step", "Codex", "AWF", "API proxy"]);
    expect(await run.locator("dd strong").allInnerTexts()).toEqual([
      "Execute Codex CLI",
      "0.121.0",
      "v0.25.28",
      "on",
    ]);
    expect(await run.locator(".reason").innerText()).toContain("Model provider openai-proxy is selected");
    expect(await run.locator("ul").first().innerText()).toContain("-c web_search=disabled");
    expect(await run.locator("ul").last().innerText()).toBe("What config.toml gets from the MCP gateway.");
  });

  test("link each line of config.toml to its origin", async () => {
    const { playground } = opened;
    await playground.paste(text);
    const lines = playground.page.locator(".config-line");
    await lines.filter({ hasText: "base_url" }).click();
    expect(await playground.currentLine()).toBe(String(positionOf(text, "base_url =").line));
    expect(await lines.last().innerText()).toContain("what the MCP gateway writes");
    await lines.last().click();
    expect(await playground.currentLine()).toBe(String(positionOf(text, "start_mcp_gateway").line));
  });

  test("link versions to their origin", async () => {
    const { playground } = opened;
    await playground.paste(text);
    const { line } = positionOf(text, "@openai/codex@");
    await playground.button(`line ${line}`).click();
    expect(await playground.currentLine()).toBe(String(line));
  });

  test("have one tab stop per config.toml, in which the arrow keys move", async () => {
    const { playground } = opened;
    await playground.paste(text);
    const lines = playground.page.locator(".config-line");
    expect(
      await lines.evaluateAll((all) => all.filter((line) => line.matches("[tabindex='0']")).length),
    ).toBe(1);
    await lines.first().focus();
    await playground.page.keyboard.press("ArrowDown");
    expect(await lines.nth(1).evaluate((line) => line === document.activeElement)).toBe(true);
    await playground.page.keyboard.press("End");
    expect(await lines.last().evaluate((line) => line === document.activeElement)).toBe(true);
  });

  test("may have no config.toml", async () => {
    const { playground } = opened;
    await playground.paste(lockFile({ compiler: "v0.64.0" }));
    const runs = playground.page.getByRole("article");
    expect(await runs.nth(1).innerText()).toContain("No step of this job writes that file.");
  });
});
