import ghAw from "eslint-plugin-gh-aw";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { spawnCommand } from "../support/command.js";
import { runDemo } from "../support/demo.js";

const path = fileURLToPath(new URL("../../README.md", import.meta.url));
const readme = readFileSync(path, "utf8");
const pluginReadme = readFileSync(
  new URL("../../packages/eslint-plugin-gh-aw/README.md", import.meta.url),
  "utf8",
);

describe("README", () => {
  // `npx vitest run test/docs --update` writes what it prints into the page.
  test("shows what the demo prints", async () => {
    const session = /(?<=^```console\n\$ npm run demo -- )(.*)\n[^]*?(?=^```$)/gm;
    expect(readme.match(session)).toHaveLength(1);
    const refreshed = readme.replace(
      session,
      (_, args: string) => `${args}\n${runDemo(args.split(" ")).stdout}`,
    );
    await expect(refreshed).toMatchFileSnapshot(path);
  });

  test.each(Object.keys(ghAw.rules))("lists %s, as the plugin's does", (rule) => {
    expect(readme).toContain(`[${rule}](packages/eslint-plugin-gh-aw/docs/rules/${rule}.md)`);
    expect(pluginReadme).toContain(`[${rule}](docs/rules/${rule}.md)`);
  });

  test("has the plugin's configuration for users", () => {
    const [configuration] = /^```js\n[^]*?^```$/m.exec(readme)!;
    expect(pluginReadme).toContain(configuration);
  });
});

describe("the command's README", () => {
  const commandPath = fileURLToPath(new URL("../../packages/gh-aw-lint/README.md", import.meta.url));

  test("shows its help", async () => {
    const help = /(?<=^```console\n\$ npx gh-aw-lint --help\n)[^]*?(?=^```$)/m;
    const commandReadme = readFileSync(commandPath, "utf8");
    expect(commandReadme).toMatch(help);
    const { stdout } = spawnCommand(["--help"], { cwd: process.cwd() });
    await expect(commandReadme.replace(help, () => `\n${stdout}`)).toMatchFileSnapshot(commandPath);
  });
});
