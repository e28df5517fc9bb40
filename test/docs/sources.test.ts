import { durableFix } from "@gh-aw-lint/core";
import { createPatch } from "diff";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compiled, sourceFile } from "../support/compiled-source.js";
import { source } from "../support/source.js";

const path = fileURLToPath(new URL("../../docs/sources.md", import.meta.url));
const page = readFileSync(path, "utf8");

// `npx vitest run test/docs --update` writes the changes into the page.
test("docs/sources.md shows the changes of a durable fix", async () => {
  const frontMatter = /<!-- source -->\n\n```yaml\n([^]*?)```/.exec(page)![1]!;
  const files = { "NAME.md": source(frontMatter), "NAME.lock.yml": compiled("v0.64.0", frontMatter) };
  const [changed] = durableFix(sourceFile(files, "NAME.md"))!.sources;
  const lines = createPatch("", changed!.before, changed!.text, "", "", { context: 1 }).split("\n");
  const diff = lines.slice(5).map((line) => line.trimEnd());
  await expect(
    page.replace(/(?<=<!-- fixed -->\n\n```diff\n)[^]*?(?=```)/, () => diff.join("\n")),
  ).toMatchFileSnapshot(path);
});
