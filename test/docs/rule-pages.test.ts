import { createPatch } from "diff";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { fix, lint, onlyRule } from "../support/lint.js";
import { examplePattern, rulePage, type Example } from "../support/rule-page.js";

describe.each(Object.entries(ghAw.rules))("the page of %s", (rule, { meta }) => {
  const { path, text: page, examples } = rulePage(rule);

  test("has an example for each message, and examples of correct code", () => {
    const messages = Object.keys(meta!.messages!).filter((id) => id !== "suggestion");
    expect(examples.length).toBeGreaterThan(messages.length);
  });

  test.each([
    "Problem",
    "Incorrect code",
    "Correct code",
    "What the fix does",
    "Options",
    "When not to use it",
    "Versions",
    "Upstream",
  ])("has the section %s", (title) => {
    expect(page).toContain(`\n## ${title}\n`);
  });

  test("documents each option", () => {
    const [schema] = (meta!.schema ?? []) as { properties: object }[];
    for (const option of Object.keys(schema?.properties ?? {})) expect(page).toContain(`${option}: `);
  });

  // `npx vitest run test/docs --update` writes the results into the page.
  test("shows the results for its examples", async () => {
    const rendered = await Promise.all(examples.map((example) => render(example, rule)));
    await expect(page.replace(examplePattern, () => rendered.shift()!)).toMatchFileSnapshot(path);
  });
});

async function render({ text, block, path: filePath, files }: Example, rule: string): Promise<string> {
  const options = { config: onlyRule(rule), filePath, files };
  const { messages } = await lint(text, options);
  const fixed = await fix(text, options);
  const printed = messages
    .map(({ line, column, message, suggestions = [] }) => {
      const offers = suggestions.map(({ desc }) => `      💡 ${desc}\n`);
      return `${line}:${column}  ${message}\n${offers.join("")}`;
    })
    .join("");
  const blocks = [`${block}\`\`\`\n`];
  if (printed !== "") blocks.push(`\`\`\`text\n${printed}\`\`\`\n`);
  if (fixed !== text) blocks.push(`\`\`\`diff\n${changes(text, fixed)}\`\`\`\n`);
  return blocks.join("\n");
}

/** A unified diff without its header, and without trailing spaces, which editors remove. */
function changes(before: string, after: string): string {
  const lines = createPatch("", before, after, "", "", { context: 1 }).split("\n").slice(5);
  return lines.map((line) => line.trimEnd()).join("\n");
}
