import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the playground", () => {
  const opened = usePlayground();
  const theme = () => opened.playground.page.locator("html").getAttribute("data-theme");

  test("has no line wider than a narrow screen", async () => {
    const { playground } = opened;
    await playground.page.setViewportSize({ width: 340, height: 740 });
    await playground.paste(lockFile({ compiler: "newest" }));
    await playground.beStrict();
    const { scrollWidth, clientWidth } = await playground.page
      .locator("html")
      .evaluate((page) => ({ scrollWidth: page.scrollWidth, clientWidth: page.clientWidth }));
    expect(scrollWidth).toBe(clientWidth);
  });

  test("works with the keyboard alone", async () => {
    const { playground } = opened;
    const { page } = playground;
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? "");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the results");
    await page.keyboard.press("Enter");
    for (const name of ["Recommended", "Strict"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(/^Error 22:11/);
    await page.keyboard.press("Enter");
    expect(await playground.currentLine()).toBe("22");
    // Tab leaves the editor for the results.
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Recommended");
    await playground.button("Apply fix").press("Enter");
    await expectStatus(playground, "Fix applied. No findings.");
  });

  test("follows the system's theme until the user chooses one, and remembers the choice", async () => {
    const { playground } = opened;
    await playground.page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(theme).toBe("dark");
    await playground.page.emulateMedia({ colorScheme: "light" });
    await expect.poll(theme).toBe("light");
    await playground.button("Dark theme").click();
    await playground.page.reload();
    expect(await theme()).toBe("dark");
    await playground.page.evaluate(() => {
      localStorage.clear();
    });
  });
});
