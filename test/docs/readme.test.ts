import ghAw from "eslint-plugin-gh-aw";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { spawnCommand } from "../support/command.js";
import { drawTerminal } from "../../scripts/pictures/terminal.mjs";
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

  test("shows the fix as it is", () => {
    const [, diff = ""] = /^```diff\n([^]*?)^```$/m.exec(readme)!;
    expect(runDemo(["examples/missing-provider.lock.yml"]).stdout).toContain(diff);
  });

  // `npm run pictures` draws it, too.
  test("has a picture of what the command prints", async () => {
    await expect(drawTerminal()).toMatchFileSnapshot("../../docs/pictures/terminal.svg");
  });

  test("links to what is there", () => {
    const targets = [...readme.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, target]) => target!);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(existsSync(new URL(target, pathToFileURL(path))), target).toBe(true);
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
