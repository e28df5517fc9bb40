import ghAw from "eslint-plugin-gh-aw";
import yml from "eslint-plugin-yml";
import { defineConfig } from "eslint/config";
import { expect, test } from "vitest";
import { fix, lint } from "../support/lint.js";
import { lockFile } from "../support/lock-file.js";
import { byteOrderMark, positionOf, withCrlf } from "../support/workflow.js";

const config = defineConfig([
  {
    files: ["**/*.yml"],
    plugins: { yml },
    language: "yml/yaml",
    rules: { "yml/key-name-casing": ["error", { camelCase: true }] },
  },
  ghAw.configs.overlay,
]);
const text = lockFile({ detection: false });

test("`configs.overlay` and eslint-plugin-yml report on the same file", async () => {
  const { messages } = await lint(text, { config });
  expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(
    new Set(["gh-aw/codex-websocket-401", "yml/key-name-casing"]),
  );
});

test.each([
  ["LF", text],
  ["CRLF", withCrlf(text)],
  ["a BOM", byteOrderMark + text],
])(
  "`configs.overlay` has the same locations and fixes as the recommended configuration with %s",
  async (_, file) => {
    const { messages } = await lint(file, { config });
    const ours = messages.filter(({ ruleId }) => ruleId === "gh-aw/codex-websocket-401");
    expect(ours).toHaveLength(1);
    expect(ours[0]).toMatchObject(positionOf(file, `cat > "/tmp/gh-aw/mcp-config/config.toml"`));
    expect(await fix(file, { config })).toBe(await fix(file));
  },
);

test("`configs.overlay` has neither a language nor a processor", () => {
  expect(Object.keys(ghAw.configs.overlay).sort()).toEqual(["files", "name", "plugins", "rules"]);
});
