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
  // `npx vitest run test/docs --update` writes the demo's output into the page.
  test("shows the demo's output", async () => {
    const session = /(?<=^```console\n\$ npm run demo -- )(.*)\n[^]*?(?=^```$)/gm;
    expect(readme.match(session)).toHaveLength(1);
    const refreshed = readme.replace(
      session,
      (_, args: string) => `${args}\n${runDemo(args.split(" ")).stdout}`,
    );
    await expect(refreshed).toMatchFileSnapshot(path);
  });

  test("shows the fix", () => {
    const [, diff = ""] = /^```diff\n([^]*?)^```$/m.exec(readme)!;
    expect(runDemo(["examples/missing-provider.lock.yml"]).stdout).toContain(diff);
  });

  // `npm run pictures` also draws it.
  test("has a picture of the command's output", async () => {
    await expect(drawTerminal()).toMatchFileSnapshot("../../docs/pictures/terminal.svg");
  });

  test("links to files that exist", () => {
    const targets = [...readme.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, target]) => target!);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(existsSync(new URL(target, pathToFileURL(path))), target).toBe(true);
  });

  test.each(Object.keys(ghAw.rules))("lists %s, as the plugin's README does", (rule) => {
    expect(readme).toContain(`[${rule}](packages/eslint-plugin-gh-aw/docs/rules/${rule}.md)`);
    expect(pluginReadme).toContain(`[${rule}](docs/rules/${rule}.md)`);
  });

  test("shows the same configuration as the plugin's README", () => {
    const [configuration] = /^```js\n[^]*?^```$/m.exec(readme)!;
    expect(pluginReadme).toContain(configuration);
  });
});

describe("the command's README", () => {
  const commandPath = fileURLToPath(new URL("../../packages/gh-aw-lint/README.md", import.meta.url));

  test("shows the command's help", async () => {
    const help = /(?<=^```console\n\$ npx gh-aw-lint --help\n)[^]*?(?=^```$)/m;
    const commandReadme = readFileSync(commandPath, "utf8");
    expect(commandReadme).toMatch(help);
    const { stdout } = spawnCommand(["--help"], { cwd: process.cwd() });
    await expect(commandReadme.replace(help, () => `\n${stdout}`)).toMatchFileSnapshot(commandPath);
  });
});
