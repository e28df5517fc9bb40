import {
  diagnose,
  durableFix,
  explainRuns,
  forgottenFlags,
  lint,
  misplacedKeys,
  noFiles,
  parseWorkflow,
  staleCompiler,
  uninstallableVersions,
  unpinnedInstalls,
  type DiagnoseOptions,
} from "@gh-aw-lint/core";
import type { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { verify } from "../../support/linter.js";
import { lockFile } from "../../support/lock-file.js";

const wrong: readonly (readonly [keyof DiagnoseOptions, string])[] = [
  ["minimumCodexVersion", "x"],
  ["baseUrl", "not a url"],
  ["baseUrl", "http://"],
  ["providerId", "amazon-bedrock-runtime"],
  ["providerId", "openai"],
  ["providerId", "a.b"],
  ["providerName", " "],
  ["envKey", "${KEY}"],
];

describe.each(wrong)("an invalid option %s: %j", (name, value) => {
  const text = lockFile();
  const options: DiagnoseOptions = { [name]: value };

  test.each([
    ["diagnose", diagnose],
    ["explainRuns", explainRuns],
    ["lint", lint],
  ])("is refused by %s", (_, call) => {
    expect(() => call(text, options)).toThrow(RangeError);
    expect(() => call(text, options)).toThrow(
      `The option \`${name}\` is ${JSON.stringify(value)}, but must be `,
    );
  });

  test.each([
    ["forgottenFlags", forgottenFlags],
    ["misplacedKeys", misplacedKeys],
    ["staleCompiler", staleCompiler],
    ["uninstallableVersions", uninstallableVersions],
    ["unpinnedInstalls", unpinnedInstalls],
  ])("is refused by %s", (_, call) => {
    expect(() => call(parseWorkflow(text), options)).toThrow(RangeError);
  });

  test("is refused by durableFix", () => {
    const source = { path: ".github/workflows/a.md", text: "", repository: noFiles };
    expect(() => durableFix(source, options)).toThrow(RangeError);
  });

  test("is refused by the rule", () => {
    const config: Linter.Config = {
      ...ghAw.configs.recommended,
      rules: { "gh-aw/codex-websocket-401": ["error", options] },
    };
    expect(() => verify(text, config)).toThrow(JSON.stringify(value));
  });
});

test("the option `envKey` may be `false`", () => {
  expect(diagnose(lockFile(), { envKey: false })).not.toEqual([]);
});
