import axe from "axe-core";
import { beforeAll, describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { hasBrowser, usePlayground, type Playground } from "../../support/playground.js";

/** axe's errors on the current page. */
async function violations({ page }: Playground): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const results = await checker.run(document, { resultTypes: ["violations"] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary ?? ""}`),
    );
  });
}

describe.skipIf(!hasBrowser)("the playground", () => {
  const opened = usePlayground({ shared: true });
  const theme = () => opened.playground.page.locator("html").getAttribute("data-theme");

  beforeAll(async () => {
    await opened.playground.page.getByText("Rules", { exact: true }).click();
  });

  describe.each(["light", "dark"] as const)("in its %s theme has no accessibility errors", (colorScheme) => {
    test("with findings, suggestions and all rules", async () => {
      const { playground } = opened;
      await playground.page.emulateMedia({ colorScheme });
      await expect.poll(theme).toBe(colorScheme);
      await playground.paste(lockFile({ codex: "latest" }));
      await playground.button("Strict").click();
      await playground.settle();
      expect(await violations(playground)).toEqual([]);
    });

    test("with the fix", async () => {
      const { playground } = opened;
      await playground.page.emulateMedia({ colorScheme });
      await playground.paste(lockFile());
      await playground.button("Show fix").click();
      expect(await violations(playground)).toEqual([]);
      await playground.button("Show fix").click();
    });

    test.each([
      "gh-aw v0.42.0 and later",
      "gh-aw v0.82.14 and later",
      "The newest gh-aw",
      "The log of a failed run",
      "A source and its lock file",
    ])("with the example %s", async (example) => {
      const { playground } = opened;
      await playground.page.emulateMedia({ colorScheme });
      await playground.choose(example);
      expect(await violations(playground)).toEqual([]);
    });

    test("with an empty file, on a narrow screen", async () => {
      const { playground } = opened;
      await playground.page.emulateMedia({ colorScheme });
      await playground.page.setViewportSize({ width: 360, height: 740 });
      await playground.button("Clear").click();
      await playground.settle();
      expect(await violations(playground)).toEqual([]);
      await playground.page.setViewportSize({ width: 1280, height: 800 });
      await playground.page.getByRole("tab", { name: "Lock file" }).click();
    });
  });
});
