import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the built page", () => {
  const opened = usePlayground();

  test("works when it is opened from a disk", async () => {
    const { browser } = opened;
    const other = await browser.open(browser.fileUrl);
    await other.expectStatus("1 finding, 1 fixable.");
    await other.paste(lockFile());
    await other.button("Apply fix").click();
    await other.expectStatus("Fix applied. No findings.");
    await other.button("Copy link").click();
    await other.expectStatus(/link/i);
    const link = other.page.url();
    expect(link).toMatch(/^file:.*#1\./);
    const again = await browser.open(link);
    await again.expectStatus("Opened from the link. No findings.");
  });

  test("asks for nothing but itself, whatever is done on it", async () => {
    const { browser, playground } = opened;
    await playground.paste(lockFile());
    await playground.beStrict();
    await playground.button("Show fix").click();
    await playground.button("Apply fix").click();
    await playground.button("Copy link").click();
    await playground.expectStatus(/^Link copied/);
    const pages = [browser.url, browser.fileUrl];
    const others = browser.requests
      .map((url) => url.split("#")[0]!)
      .filter((url) => !/^(blob|data):/.test(url) && !pages.includes(url));
    expect(others).toEqual([]);
    expect(browser.errors).toEqual([]);
  });

  test("may not ask for anything", async () => {
    const { browser, playground } = opened;
    const answers = await playground.page.evaluate(
      (own) =>
        Promise.all(
          [own, "https://example.com/"].map((url) =>
            fetch(url).then(
              () => "loaded",
              () => "blocked",
            ),
          ),
        ),
      browser.url,
    );
    expect(answers).toEqual(["blocked", "blocked"]);
  });
});
