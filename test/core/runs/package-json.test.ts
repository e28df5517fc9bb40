import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

describe("what `package.json` names", () => {
  const starts = (command: string): string =>
    `- run: sudo -E awf --enable-api-proxy --env-all -- ${command} exec hi`;
  const unknown = ["undetermined undeterminedVersion"];

  test("may be any Codex, which `npx codex` prefers", () => {
    const manager: readonly (readonly [installs: string, starts: string])[] = [
      ["npm ci", "npx codex"],
      ["npm ci", "npx -y @openai/codex"],
      ["npm install --no-audit", "npm exec -- codex"],
      ["yarn", "yarn codex"],
      ["yarn install --frozen-lockfile", "yarn codex"],
      ["pnpm install", "pnpm exec codex"],
      ["bun install", "bunx codex"],
      ["npm install tool", "./node_modules/.bin/codex"],
    ];
    for (const [installs, codex] of manager)
      expect(outcomes(job([], install, `- run: ${installs}`, starts(codex)))).toEqual(unknown);
  });

  test("may be what is on the search path, if nothing else installs Codex", () => {
    const path = `- run: echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"`;
    expect(outcomes(job([], "- run: npm ci", path, start))).toEqual(unknown);
    expect(outcomes(job([], "- run: npm ci", install, start))).toEqual(["direct noProvider"]);
  });

  test("is not what is installed by name", () => {
    const named = "- run: npm install --no-save @openai/codex@0.121.0";
    expect(outcomes(job([], "- run: npm ci", named, starts("npx codex")))).toEqual(["direct noProvider"]);
    expect(outcomes(job([], "- run: npm ci", starts("pnpm dlx @openai/codex")))).toEqual([
      "direct noProvider",
    ]);
    const other = "- run: npm i -g pnpm; yarn --version";
    expect(outcomes(job([], other, install, starts("npx codex")))).toEqual(["direct noProvider"]);
  });
});
