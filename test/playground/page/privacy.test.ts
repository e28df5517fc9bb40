import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the built page", () => {
  const opened = usePlayground();

  test("works when it is opened from disk", async () => {
    const { browser } = opened;
    const other = await browser.open(browser.fileUrl);
    await expectStatus(other, "1 finding, 1 fixable.");
    await other.paste(lockFile());
    await other.button("Apply fix").click();
    await expectStatus(other, "Fix applied. No findings.");
    await other.button("Copy link").click();
    await expectStatus(other, /link/i);
    const link = other.page.url();
    expect(link).toMatch(/^file:.*#2\./);
    const again = await browser.open(link);
    await expectStatus(again, "Opened from the link. No findings.");
  });

  test("makes no requests except for itself, whatever the user does", async () => {
    const { browser, playground } = opened;
    await playground.paste(lockFile());
    await playground.beStrict();
    await playground.button("Show fix").click();
    await playground.button("Apply fix").click();
    await playground.button("Copy link").click();
    await expectStatus(playground, /^Link copied/);
    const pages = [browser.url, browser.fileUrl];
    const others = browser.requests
      .map((url) => url.split("#")[0]!)
      .filter((url) => !/^(blob|data):/.test(url) && !pages.includes(url));
    expect(others).toEqual([]);
    expect(browser.errors).toEqual([]);
  });

  test("is not allowed to make requests", async () => {
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
