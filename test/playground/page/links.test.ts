import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

const DAMAGED = "This link is damaged, or of another version of this page.";

describe.skipIf(!hasBrowser)("a link of the playground", () => {
  const opened = usePlayground();

  test("opens the same file with the same rules", async () => {
    const { browser, playground } = opened;
    const text = `${lockFile({ codex: "latest" })}# \u{1F600}\n`;
    await playground.paste(text);
    await playground.beStrict();
    const findings = await playground.findings();
    await playground.button("Copy link").click();
    await expectStatus(playground, /^Link copied \(\d kB\)\./);
    const link = await playground.page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${browser.url}#2.`)).toBe(true);
    const other = await browser.open(link);
    await expectStatus(other, /^Opened from the link\. \d findings/);
    expect(await other.findings()).toEqual(findings);
    expect((await other.download()).text).toBe(text);
  });

  test("can be opened in the open page", async () => {
    const { browser, playground } = opened;
    await playground.choose("Good");
    await playground.button("Copy link").click();
    await expectStatus(playground, /^Link copied/);
    const link = playground.page.url();
    const other = await browser.open();
    await other.page.goto(link);
    await expectStatus(other, "Opened from the link. No findings.");
  });

  test("is in the address bar if there is no clipboard", async () => {
    const { playground } = opened;
    await playground.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("Not allowed."));
    });
    await playground.button("Copy link").click();
    await expectStatus(playground, /^The link is in the address bar \(\d kB\)\./);
    expect(playground.page.url()).toContain("#2.");
  });

  test.each(["2.AAAA", "2.!", "2.", `2.${"A".repeat(400)}`])("may be damaged: #%s", async (fragment) => {
    const { browser } = opened;
    const other = await browser.open(`${browser.url}#${fragment}`);
    await expectStatus(other, DAMAGED);
  });

  test("may contain too much text", async () => {
    const { browser, playground } = opened;
    const fragment = await playground.page.evaluate(async () => {
      const zeros = new Blob([`{"files":[{"name":"a","text":"${"0".repeat(6_000_000)}"}]}`]);
      const packed = zeros.stream().pipeThrough(new CompressionStream("deflate-raw"));
      const letters = btoa(String.fromCharCode(...new Uint8Array(await new Response(packed).arrayBuffer())));
      return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    });
    const other = await browser.open(`${browser.url}#2.${fragment}`);
    await expectStatus(other, DAMAGED);
  });

  test("may belong to another page", async () => {
    const { browser } = opened;
    const other = await browser.open(`${browser.url}#results`);
    await expectStatus(other, "1 finding, 1 fixable.");
  });
});
