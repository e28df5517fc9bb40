import { describe, expect, it } from "vitest";
import { readPackageCommand } from "../../../../packages/core/src/codex/command/index.js";

const read = (line: string): unknown => readPackageCommand(line.split(" "));

describe("a package manager's install command", () => {
  it.each([
    ["npm install -g @openai/codex@0.121.0", "0.121.0", true],
    ["npm i --global @openai/codex", "", true],
    ["npm --location=global install @openai/codex@latest", "latest", true],
    ["npm install --location global @openai/codex@~0.118", "~0.118", true],
    ["npm install @openai/codex@0.121.0", "0.121.0", false],
    ["npm install --ignore-scripts -g @openai/codex@0.121.0", "0.121.0", true],
    ["/usr/bin/npm add --prefix /opt/x @openai/codex@1", "1", false],
    ["npm --loglevel error i -gf left-pad @openai/codex@2", "2", true],
    ["npm i codex@npm:@openai/codex@0.118.0", "0.118.0", false],
    [
      "npm i @openai/codex@git+https://github.com/openai/codex.git",
      "git+https://github.com/openai/codex.git",
      false,
    ],
    ["pnpm add -g @openai/codex@0.1.0", "0.1.0", true],
    ["pnpm add @openai/codex@0.1.0", "0.1.0", false],
    ["yarn global add @openai/codex@0.1.0", "0.1.0", true],
    ["yarn add -D @openai/codex@0.1.0", "0.1.0", false],
    ["bun add --global @openai/codex@0.1.0", "0.1.0", true],
    ["corepack pnpm@9 add -g @openai/codex", "", true],
  ])("installs Codex: %s", (line, version, isGlobal) => {
    expect(read(line)).toMatchObject({ kind: "install", version, isGlobal });
  });

  it.each([
    "npm install -g @openai/codex-sdk",
    "yarn --version",
    "npm view @openai/codex@0.121.0",
    "npm run install @openai/codex",
    "echo npm install @openai/codex",
    "npm",
    "corepack enable",
    "yarn global remove @openai/codex",
  ])("does not install Codex: %s", (line) => {
    expect(read(line)).toBeUndefined();
  });

  it.each(["npm ci", "npm install", "npm install @openai/codex-sdk", "yarn", "pnpm i", "bun install"])(
    "may install Codex as a dependency in package.json: %s",
    (line) => {
      expect(read(line)).toEqual({ kind: "installAll" });
    },
  );
});

describe("a package manager's run command", () => {
  it.each([
    ["npx @openai/codex@0.121.0 exec x", "0.121.0", "exec"],
    ["npx -y @openai/codex exec x", "", "exec"],
    ["npx -p @openai/codex@0.121.0 codex exec x", "0.121.0", "exec"],
    ["npx --yes --package=@openai/codex@0.121.0 -- codex exec x", "0.121.0", "exec"],
    ["npx codex exec x", undefined, "exec"],
    ["npx --no-install codex -c a=b exec x", undefined, "-c"],
    ["npm exec --package=@openai/codex@1 -- codex exec x", "1", "exec"],
    ["npm exec -- @openai/codex@1 exec x", "1", "exec"],
    ["npm x codex exec", undefined, "exec"],
    ["pnpm dlx @openai/codex@0.121.0 exec x", "0.121.0", "exec"],
    ["pnpm --package=@openai/codex@3 dlx codex exec x", "3", "exec"],
    ["pnpm exec codex exec x", undefined, "exec"],
    ["pnpx @openai/codex@2 exec x", "2", "exec"],
    ["yarn dlx -p @openai/codex@2 codex exec x", "2", "exec"],
    ["yarn codex exec x", undefined, "exec"],
    ["yarn run codex exec x", undefined, "exec"],
    ["bunx --bun @openai/codex@2 exec x", "2", "exec"],
    ["bun x @openai/codex@2 exec x", "2", "exec"],
    ["corepack pnpm dlx @openai/codex@2 exec x", "2", "exec"],
  ])("runs Codex: %s", (line, version, firstArgument) => {
    const command = readPackageCommand(line.split(" "));
    expect(command).toMatchObject({ kind: "run", version });
    expect(command?.kind === "run" && line.split(" ")[command.args]).toBe(firstArgument);
  });

  it.each([
    "npx cowsay codex",
    "npx -p @openai/codex other exec",
    "pnpm run codex-test",
    "npx",
    "yarn build",
  ])("does not run Codex: %s", (line) => {
    expect(read(line)).toBeUndefined();
  });
});
