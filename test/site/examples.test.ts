import ghAw from "eslint-plugin-gh-aw";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromFragment, type Shared } from "../../packages/playground/src/page/share-link.js";
import { pages } from "../../packages/site/build/pages.js";
import { compiled } from "../support/compiled-source.js";
import { rulePage, type Example } from "../support/rule-page.js";
import { builtPages } from "../support/site.js";
import { source } from "../support/source.js";

const built = builtPages();

/** The contents of a page's links to the playground, in order. */
async function sharedBy(file: string): Promise<readonly Shared[]> {
  const { route } = pages.find((page) => page.source === file)!;
  const { html } = built.find(({ path }) => path === route.replace(/\.md$/, ".html"))!;
  const links = html.matchAll(/<a href="(?:\.\.?\/)+playground\/index\.html#([^"]+)" target="_blank"/g);
  return Promise.all(Array.from(links, ([, fragment]) => fromFragment(fragment!)));
}

/** The example, then its related files, with names relative to `.github/workflows`. */
function sharedOf({ text, path, files }: Example, rule: string): Shared {
  const all = Object.entries({ [path]: text, ...files });
  return {
    files: all.map(([name, content]) => ({ name: name.replace(".github/workflows/", ""), text: content })),
    rules: [rule],
  };
}

describe("the playground opens", () => {
  test.each(Object.keys(ghAw.rules))("the examples of %s", async (rule) => {
    const { examples } = rulePage(rule);
    expect(examples.length).toBeGreaterThan(1);
    expect(await sharedBy(`packages/eslint-plugin-gh-aw/docs/rules/${rule}.md`)).toEqual(
      examples.map((example) => sharedOf(example, rule)),
    );
  });

  test("the example that the start page fixes", async () => {
    const text = readFileSync("examples/missing-provider.lock.yml", "utf8");
    expect(await sharedBy("README.md")).toEqual([{ files: [{ name: "missing-provider.lock.yml", text }] }]);
  });

  test("the fixed source", async () => {
    const [, frontMatter] = /<!-- source -->\n\n```yaml\n([^]*?)```/.exec(
      readFileSync("docs/sources.md", "utf8"),
    )!;
    expect(await sharedBy("docs/sources.md")).toEqual([
      {
        files: [
          { name: "test.md", text: source(frontMatter!) },
          { name: "test.lock.yml", text: compiled("v0.64.0", frontMatter!) },
        ],
      },
    ]);
  });
});
