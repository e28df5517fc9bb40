import axe from "axe-core";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserArguments, findChromium } from "../support/chromium.js";
import { hasBrowser } from "../support/playground.js";
import { serveSite, type ServedSite } from "../support/served-site.js";
import { siteFolder } from "../support/site.js";

describe.skipIf(!hasBrowser)("the site", () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: [...browserArguments] });
  }, 60_000);
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    errors = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("response", (response) => {
      if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) errors.push(response.url());
    });
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await browser.close();
  });

  describe.each(["/", "/some/other folder/"])("in the folder %s of a host", (folder) => {
    let site: ServedSite;
    beforeAll(async () => {
      site = await serveSite(encodeURI(folder));
    });
    afterAll(() => {
      site.close();
    });
    const path = (): string => page.url().slice(site.url.length);

    test("leads from page to page", async () => {
      await page.goto(site.url);
      await page.getByRole("link", { name: "stale-lock", exact: true }).first().click();
      await page.getByRole("heading", { name: "gh-aw/stale-lock" }).waitFor();
      expect(path()).toBe("rules/stale-lock.html");
      await page.locator(".VPSidebar").getByRole("link", { name: "Suppressions" }).click();
      await page.getByRole("heading", { name: "Suppressions", level: 1 }).waitFor();
      expect(path()).toBe("suppressions.html");
      await page.getByRole("link", { name: "hook", exact: true }).click();
      await page.getByRole("heading", { name: "The GitHub Action" }).waitFor();
      expect(path()).toBe("ci.html#pre-commit");
      await page.locator(".VPNavBar").getByRole("link", { name: "Playground" }).click();
      await page.getByRole("heading", { name: "gh-aw-lint playground" }).waitFor();
      expect(path()).toBe("playground/index.html");
      expect(errors).toEqual([]);
    });

    test("finds search terms", async () => {
      await page.goto(`${site.url}rules/stale-lock.html`);
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByRole("searchbox").fill("CONFIG_HASH_MISMATCH");
      await page.locator(".results a").first().click();
      await expect.poll(path).toBe("rules/stale-lock.html#problem");
      expect(errors).toEqual([]);
    });
  });

  test("works from disk", async () => {
    await page.goto(pathToFileURL(`${siteFolder}index.html`).href);
    expect(await page.getByRole("button", { name: "Search" }).isVisible()).toBe(false);
    await page.getByRole("link", { name: "codex-source", exact: true }).first().click();
    await page.getByRole("heading", { name: "gh-aw/codex-source" }).waitFor();
    expect(await page.locator("h1").evaluate((title) => getComputedStyle(title).fontSize)).toBe("32px");
    const opened = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Open in the playground" }).first().click();
    const playground = await opened;
    await playground.waitForFunction(() => document.body.dataset.state === "done");
    expect(await playground.getByRole("status").innerText()).toMatch(/^Opened from the link\. /);
  });

  describe.each(["light", "dark"] as const)("in its %s theme", (colorScheme) => {
    test.each(["index", "rules/codex-websocket-401", "compatibility"])(
      "has no accessibility errors on %s",
      async (name) => {
        const site = await serveSite("/");
        await page.emulateMedia({ colorScheme });
        await page.goto(`${site.url}${name}.html`);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { axe: checker } = globalThis as unknown as { axe: typeof axe };
          // VitePress labels its search "Search", followed by the keyboard shortcut.
          const context = { exclude: [".DocSearch-Button"] };
          const { violations } = await checker.run(context, { resultTypes: ["violations"] });
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary ?? ""}`),
          );
        });
        site.close();
        expect(found).toEqual([]);
      },
    );
  });
});
