import { describe, expect, test } from "vitest";
import { padded } from "../../bench/lock-files/padded.js";
import { commandLine, listedFindings } from "../../support/command-line.js";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the files of the playground", () => {
  const opened = usePlayground();

  test("can be dropped, and keep every byte", async () => {
    const { playground } = opened;
    const text = `\uFEFF${lockFile()}`.replaceAll("\n", "\r\n");
    await playground.drop("mine.lock.yml", text);
    await expectStatus(playground, "Opened mine.lock.yml. 2 findings, 2 fixable.");
    expect(await playground.download()).toEqual({ name: "mine.lock.yml", text });
    await playground.settle();
    await playground.button("Apply fix").click();
    await expectStatus(playground, "Fix applied. No findings.");
    expect((await playground.download()).text).toBe((await commandLine(text)).fixed);
  });

  test("can be chosen in a dialog", async () => {
    const { playground } = opened;
    const chooser = playground.page.waitForEvent("filechooser");
    await playground.button("Open …").click();
    const file = { name: "chosen.lock.yml", mimeType: "text/yaml", buffer: Buffer.from(lockFile()) };
    await (await chooser).setFiles(file);
    await expectStatus(playground, "Opened chosen.lock.yml. 2 findings, 2 fixable.");
  });

  test("can be of any kind, up to a size", async () => {
    const { playground } = opened;
    const image = Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256);
    await playground.drop("image.png", image);
    await expectStatus(playground, /^Opened image\.png\. This is not /);
    await playground.drop("huge.lock.yml", "x".repeat(5_000_001));
    await expectStatus(playground, "huge.lock.yml is larger than 5 MB.");
  });

  test("may be invalid", async () => {
    const { playground } = opened;
    const text = `${lockFile()}  - [`;
    await playground.paste(text);
    expect(await playground.findings()).toEqual(await listedFindings(text));
    expect((await playground.findings())[0]).toMatch(/^\d+:\d+ Parsing Parsing error: /);
    expect(await playground.button("Apply fix").isDisabled()).toBe(true);
  });

  test("may be empty", async () => {
    const { playground } = opened;
    await playground.button("Clear").click();
    await expectStatus(playground, "The file is empty.");
    expect(await playground.findings()).toEqual([]);
    expect(await playground.page.locator("#runs").innerText()).toContain("Paste or drop a lock file");
  });

  test("do not block the page if they are large", async () => {
    const { playground } = opened;
    const text = padded(lockFile(), 1_000_000);
    expect(text.length).toBeGreaterThan(900_000);
    // The page draws frames during the check, so the check does not run on the page's own thread.
    const frames = playground.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const step = (): void => {
            const { state } = document.body.dataset;
            if (state === "checking") count += 1;
            if (state === "done" && count > 0) resolve(count);
            else requestAnimationFrame(step);
          };
          step();
        }),
    );
    await playground.drop("large.lock.yml", text);
    expect(await frames).toBeGreaterThan(5);
    await expectStatus(playground, "Opened large.lock.yml. 2 findings, 2 fixable.");
  });
});
