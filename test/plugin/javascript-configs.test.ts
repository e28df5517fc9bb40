import js from "@eslint/js";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lint, places } from "../support/lint.js";
import { lockFile } from "../support/lock-file.js";

describe.each([
  ["recommended", js.configs.recommended],
  ["all", js.configs.all],
])("`js.configs.%s` without `files`, before the plugin's configuration,", (_, config) => {
  test.each(["", "on: push\n", "jobs: null\n", lockFile(), lockFile({ compiler: "newest" })])(
    "does not crash on lock file %#",
    async (text) => {
      const result = await lint(`# codex awf\n${text}`, { config: [config, ghAw.configs.recommended] });
      expect(result.fatalErrorCount).toBe(0);
    },
  );

  test("does not change the plugin's findings", async () => {
    const text = lockFile({ detection: false });
    const ours = places(await lint(text));
    const both = places(await lint(text, { config: [config, ghAw.configs.recommended] }));
    expect(ours).not.toEqual([]);
    expect(both).toEqual(expect.arrayContaining(ours));
  });
});
