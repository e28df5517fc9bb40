import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderImports } from "./architecture/imports.js";
import { architecturePicture } from "./architecture/picture.js";

const page = readFileSync("docs/architecture.md", "utf8");

// `npm run docs` draws it.
test("the picture shows the imports between core's folders", async () => {
  await expect(await architecturePicture()).toMatchFileSnapshot("../../docs/pictures/architecture.svg");
});

test("docs/architecture.md describes each folder of core", () => {
  const described = [...page.matchAll(/^\| \[`([\w/-]+)`\]\(\.\.\/packages\/core\/src\/([\w/-]+)\)/gm)];
  for (const [, name, path] of described) expect(name).toBe(path);
  expect(described.map(([, name]) => name).sort()).toEqual([...folderImports().keys()].sort());
});
