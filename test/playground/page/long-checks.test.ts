import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { expectStatus, hasBrowser, usePlayground, type Playground } from "../../support/playground.js";

type Answer = "findings" | "fix";

/** Makes the page's workers never send these answers, and stops its clock. */
async function holdBack({ page }: Playground, answers: readonly Answer[]): Promise<void> {
  await page.addInitScript((kinds) => {
    const held: readonly unknown[] = kinds;
    globalThis.Worker = class extends Worker {
      override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
        super.addEventListener(type, (event) => {
          const { kind } = (event as MessageEvent<{ kind: string }>).data;
          const isHeld = document.body.dataset.letThrough === undefined && held.includes(kind);
          if (!isHeld && typeof listener === "function") listener.call(this, event);
        });
      }
    };
  }, answers);
  await page.clock.install();
  await page.reload();
}

describe.skipIf(!hasBrowser)("a check that takes too long", () => {
  const opened = usePlayground();

  test("is stopped, and the next check runs", async () => {
    const { playground } = opened;
    await holdBack(playground, ["findings", "fix"]);
    await playground.page.waitForFunction(() => document.body.dataset.state === "checking");
    await playground.page.clock.fastForward(21_000);
    await expectStatus(playground, "Checking this text took too long, and was stopped.");
    await playground.page.evaluate(() => (document.body.dataset.letThrough = ""));
    await playground.drop("short.lock.yml", lockFile());
    await expectStatus(playground, "Opened short.lock.yml. 2 findings, 2 fixable.");
  });

  test("still shows the findings if only the fix is missing", async () => {
    const { playground } = opened;
    await holdBack(playground, ["fix"]);
    await expectStatus(playground, "1 finding, 1 fixable.");
    await playground.page.clock.fastForward(21_000);
    await expectStatus(
      playground,
      "1 finding, 1 fixable. Working out the fix took too long, and was stopped.",
    );
    expect(await playground.findings()).toHaveLength(1);
    expect(await playground.button("Apply fix").isDisabled()).toBe(true);
  });
});
