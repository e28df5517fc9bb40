import ghAw from "eslint-plugin-gh-aw";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
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
