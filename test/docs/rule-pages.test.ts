import { createPatch } from "diff";
import ghAw from "eslint-plugin-gh-aw";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fix, lint } from "../support/lint.js";

const folder = fileURLToPath(new URL("../../packages/eslint-plugin-gh-aw/docs/rules/", import.meta.url));

// An example is a lock file, then what ESLint prints of it, if it prints anything, then the fix, if there is one.
const example = /(?<=<!-- example -->\n\n```yaml\n)([^]*?)```\n(?:\n```(?:text|diff)\n[^]*?```\n)*/g;

describe.each(Object.keys(ghAw.rules))("the page of %s", (rule) => {
  const path = `${folder}${rule}.md`;
  const page = readFileSync(path, "utf8");
  const examples = Array.from(page.matchAll(example), ([, text]) => text!);

  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  // `npx vitest run test/docs --update` writes what happens into the page.
  test("shows what happens in its examples", async () => {
    const rendered = await Promise.all(examples.map(render));
    await expect(page.replace(example, () => rendered.shift()!)).toMatchFileSnapshot(path);
  });
});

async function render(text: string): Promise<string> {
  const { messages } = await lint(text);
  const mended = await fix(text);
  const printed = messages.map(({ line, column, message }) => `${line}:${column}  ${message}\n`).join("");
  const blocks = [`${text}\`\`\`\n`];
  if (printed !== "") blocks.push(`\`\`\`text\n${printed}\`\`\`\n`);
  if (mended !== text) blocks.push(`\`\`\`diff\n${changes(text, mended)}\`\`\`\n`);
  return blocks.join("\n");
}

/** A unified diff without its header, and without the blank that an editor would take away at a line's end. */
function changes(before: string, after: string): string {
  const lines = createPatch("", before, after, "", "", { context: 1 }).split("\n").slice(5);
  return lines.map((line) => line.trimEnd()).join("\n");
}
