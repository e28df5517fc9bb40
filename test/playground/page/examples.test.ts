import { describe, expect, test } from "vitest";
import { listedFindings } from "../../support/command-line.js";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { hasBrowser, usePlayground } from "../../support/playground.js";

describe.skipIf(!hasBrowser)("the examples of the playground", () => {
  const opened = usePlayground({ shared: true });

  test.each(Object.keys(generations) as Compiler[])(
    "include a file of gh-aw %s, with the findings of the command",
    async (compiler) => {
      const { playground } = opened;
      await playground.choose(compiler === "newest" ? "The newest gh-aw" : `gh-aw ${compiler} and later`);
      const { name, text } = await playground.download();
      expect(name).toBe(`gh-aw-${compiler}.lock.yml`);
      expect(text.replace(/name: ".*"/, 'name: "Test"')).toBe(lockFile({ compiler }));
      expect(await playground.findings()).toEqual(await listedFindings(text));
    },
  );

  test("include the repository's examples", async () => {
    const { playground } = opened;
    await playground.choose("Misplaced provider");
    expect((await playground.findings())[0]).toContain("model_provider is in");
  });
});
