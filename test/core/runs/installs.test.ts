import { parseWorkflow, unpinnedInstalls } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { workflow } from "../../support/workflow.js";

/** The text of each install of Codex without an exact version. */
function unpinned(...scripts: readonly string[]): readonly string[] {
  const steps = [...scripts, "awf --enable-api-proxy -- codex exec x"].map((run) => ({
    name: "Step",
    run: `${run}\n\n`,
    env: { VERSION: "latest" },
  }));
  const text = workflow({ jobs: { agent: steps } });
  return unpinnedInstalls(parseWorkflow(text)).map(({ span }) => text.slice(span.start, span.end));
}

const awf = "awf --enable-api-proxy --";

describe("an install of Codex", () => {
  test.each([
    ["by npm", "npm install -g @openai/codex", "@openai/codex"],
    ["by npm, with a tag", "npm i -g @openai/codex@latest", "@openai/codex@latest"],
    ["by npm, with a range", "npm add '@openai/codex@^0.121.0'", "'@openai/codex@^0.121.0'"],
    ["by npm, with a variable", 'npm i "@openai/codex@$VERSION"', '"@openai/codex@$VERSION"'],
    ["by pnpm", "pnpm add @openai/codex", "@openai/codex"],
    ["by yarn", "yarn add @openai/codex", "@openai/codex"],
    ["by bun", "bun add @openai/codex", "@openai/codex"],
    ["through npx", `${awf} npx -y @openai/codex exec x`, "@openai/codex"],
    ["after other packages", "npm install -g x@1 @openai/codex", "@openai/codex"],
    ["in AWF's container", `${awf} npm i -g @openai/codex`, "@openai/codex"],
    ["in a script in AWF's container", `${awf} 'npm i -g @openai/codex; codex exec x'`, "@openai/codex"],
    ["in a Bash script in AWF's container", `${awf} bash -c 'npm i -g @openai/codex'`, "@openai/codex"],
    ["after AWF", `${awf} true\nnpm i @openai/codex`, "@openai/codex"],
    ["in a loop", "for i in 1 2 3; do npm i @openai/codex && break; done", "@openai/codex"],
  ])("is found: %s", (_, script, word) => {
    expect(unpinned(script)).toEqual([word]);
  });

  test.each([
    ["with an exact version", "npm install -g @openai/codex@0.121.0"],
    ["of another package", "npm install -g @openai/codex-sdk @openai/codexx x@openai/codex"],
    ["by another command", "npm view @openai/codex\necho install @openai/codex\nbrew install @openai/codex"],
    ["in a comment", "# npm install -g @openai/codex"],
    ["in a variable of AWF's container", `${awf} bash -c 'cd /; X=1' @openai/codex`],
  ])("is not found: %s", (_, script) => {
    expect(unpinned(script)).toEqual([]);
  });

  test("is found at each location", () => {
    const npm = "npm i @openai/codex";
    expect(unpinned(`${npm}\n${npm}@latest`, npm)).toEqual([
      "@openai/codex",
      "@openai/codex@latest",
      "@openai/codex",
    ]);
  });
});
