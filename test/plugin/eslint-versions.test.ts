import { ESLint as Eslint9 } from "eslint-9";
import { ESLint as Eslint10 } from "eslint";
import js from "@eslint/js";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lockFile } from "../support/lock-file.js";

const text = lockFile({ detection: false });

describe.each([
  ["9.38.0, the oldest supported version", Eslint9],
  [Eslint10.version, Eslint10],
])("ESLint %s", (version, Eslint) => {
  const lint = (fix: boolean) =>
    new Eslint({
      overrideConfigFile: true,
      overrideConfig: [js.configs.recommended, ghAw.configs.recommended],
      fix,
    }).lintText(text, { filePath: ".github/workflows/test.lock.yml" });

  test("is the expected version", () => {
    expect(version).toContain(Eslint.version);
  });

  test("reports and fixes", async () => {
    const [found] = await lint(false);
    expect(found!.messages.map(({ messageId }) => messageId)).toEqual(["noProvider"]);
    const [fixed] = await lint(true);
    expect(fixed!.messages).toEqual([]);
    expect(fixed!.output).toContain('model_provider = "openai-proxy"');
  });
});
