/** @param {string} name of a rule */
export function variableOf(name) {
  return name.replace(/-(.)/g, (_, letter) => String(letter).toUpperCase());
}

/** @param {string} name */
export function ruleOf(name) {
  return `import type { Notice, Workflow } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportNotices } from "../report.js";

type Kind = "found";

export const ${variableOf(name)}: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow ...",
      recommended: false,
      url: "https://github.com/gh-aw-lint/gh-aw-lint/blob/main/packages/eslint-plugin-gh-aw/docs/rules/${name}.md",
    },
    schema: [],
    messages: {
      found: "What is wrong and what happens. {{remedy}}",
    } satisfies Record<Kind, string>,
  },
  create: (context) => reportNotices(context, find),
};

/** What the rule reports belongs to \`packages/core/src/findings\`. */
function find({ jobs }: Workflow): readonly Notice<Kind>[] {
  throw new Error(\`Say what gh-aw/${name} finds in \${jobs.length} jobs.\`);
}
`;
}

/** @param {string} name */
export function pageOf(name) {
  const sections = SECTIONS.map(([title, text]) => `## ${title}\n\n${text}\n`).join("\n");
  return `# gh-aw/${name}\n\n<!-- end auto-generated rule header -->\n\n${sections}`;
}

/** The sections that each page has, in their order; `test/docs/rule-pages.test.ts` checks them. */
const SECTIONS = [
  ["What breaks", "What happens, and since which versions."],
  ["Messages", "### `found`\n\nWhen it is reported, with an example behind `<!-- example -->`."],
  ["What is good", "An example without a report."],
  ["What the fix does", "There is none."],
  ["Options", "None."],
  ["When not to use it", "Who can turn it off."],
  ["Versions", "The releases of gh-aw, Codex and AWF that it is about."],
  ["Upstream", "Issues that tell of it."],
];

/** @param {string} name */
export function testOf(name) {
  return `import ghAw from "eslint-plugin-gh-aw";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";

ruleTester.run("${name}", ghAw.rules["${name}"], {
  valid: [{ name: "what the compiler writes today", code: lockFile() }],
  invalid: [{ name: "what is wrong", code: lockFile({ compiler: "v0.70.0" }), errors: [{ messageId: "found" }] }],
});
`;
}
