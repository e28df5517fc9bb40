import ghAw from "eslint-plugin-gh-aw";
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { groups, pages } from "../../packages/site/build/pages.js";
import { addressesIn, brokenAddress, builtPages, siteFolder } from "../support/site.js";

const built = builtPages();

describe("the site", () => {
  test("has a page for each listed file, and no other pages", () => {
    const routes = pages.map(({ route }) => route.replace(/\.md$/, ".html"));
    expect(built.map(({ path }) => path)).toEqual([...routes].sort());
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  });

  test("has a page for each document and each rule", () => {
    const sources = pages.map(({ source }) => source);
    const documents = readdirSync("docs").filter((file) => file.endsWith(".md"));
    expect(documents.length).toBeGreaterThan(8);
    for (const file of documents) expect(sources).toContain(`docs/${file}`);
    expect(groups.find(({ title }) => title === "Rules")?.pages.map(({ title }) => title)).toEqual(
      Object.keys(ghAw.rules).sort(),
    );
  });

  test("has the rule pages to which findings link", () => {
    for (const { meta } of Object.values(ghAw.rules)) {
      const [, path] = /^https:\/\/gh-aw-lint\.github\.io\/gh-aw-lint\/(.+)$/.exec(meta!.docs!.url!)!;
      expect(existsSync(siteFolder + path!), path).toBe(true);
    }
  });

  test.each(built)("has no broken links on $path", (page) => {
    const addresses = addressesIn(page);
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(brokenAddress(address, page), address).toBeUndefined();
  });

  test("links to files that exist in the repository", () => {
    const onGitHub = /^https:\/\/github\.com\/gh-aw-lint\/gh-aw-lint\/(?:blob|tree|edit)\/main\/([^#]+)/;
    const paths = built.flatMap((page) =>
      addressesIn(page).flatMap((address) => onGitHub.exec(address)?.[1] ?? []),
    );
    expect(paths.length).toBeGreaterThan(50);
    for (const path of new Set(paths)) expect(existsSync(path), path).toBe(true);
  });
});

test.each([
  ["a page that is not there", "./none.html", "There is no rules/none.html."],
  ["a heading that is not there", "../ci.html#none", "ci.html has no #none."],
  ["an address for one folder", "/ci.html", "It holds in one folder only."],
])("the check reports %s", (_, address, expected) => {
  expect(brokenAddress(address, { path: "rules/stale-lock.html", html: "" })).toBe(expected);
});
