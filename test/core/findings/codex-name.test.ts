import { diagnose } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";

test.each([
  ["@openai/codex@0.121.0", "0.121.0"],
  ["@openai/codex@next", "next"],
  ["@openai/codex", "latest"],
  ["@openai/codex@${{ vars.CODEX }}", "unknown version"],
  ['"@openai/codex@${CODEX_VERSION}"', "latest"],
])("an install of %s is named %j in a message", (specifier, name) => {
  const text = lockFile({ detection: false }).replace("@openai/codex@0.121.0", specifier);
  expect(diagnose(text).map(({ data }) => data.codex)).toEqual([name]);
});
