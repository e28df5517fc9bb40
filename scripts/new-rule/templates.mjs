/** @param {string} name of a rule */
export function variableOf(name) {
  return name.replace(/-(.)/g, (_, letter) => String(letter).toUpperCase());
}

/** @param {string} name */
export function ruleOf(name) {
  return `import { messageTemplates } from "@gh-aw-lint/core";
import type { Rule } from "eslint";
import { reportRule } from "../report.js";

export const ${variableOf(name)}: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow ...",
      recommended: false,
      url: "https://gh-aw-lint.github.io/gh-aw-lint/rules/${name}.html",
    },
    schema: [],
    messages: messageTemplates("${name}"),
  },
  create: (context) => reportRule(context, "${name}"),
};
`;
}

/**
 * The entry in core's table of sentences.
 *
 * @param {string} name
 */
export function sentenceOf(name) {
  return `  "${name}": {
    found: { problem: "What is wrong, and what happens.", remedy: "What to do." },
  },`;
}

/**
 * The rule's case in core's `lint`.
 *
 * @param {string} name
 */
export function caseOf(name) {
  return `    case "${name}":
      throw new Error("Implement gh-aw/${name} in packages/core/src/findings.");`;
}

/** @param {string} name */
export function pageOf(name) {
  const sections = SECTIONS.map(([title, text]) => `## ${title}\n\n${text}\n`).join("\n");
  return `# gh-aw/${name}\n\n<!-- end auto-generated rule header -->\n\n${sections}`;
}

/** The sections of each page, in order; `test/docs/rule-pages.test.ts` checks them. */
const SECTIONS = [
  ["Problem", "What happens, and since which versions."],
  ["Incorrect code", "### `found`\n\nWhen it is reported, with an example behind `<!-- example -->`."],
  ["Correct code", "An example without a report."],
  ["What the fix does", "There is none."],
  ["Options", "None."],
  ["When not to use it", "Who can turn it off."],
  ["Versions", "The releases of gh-aw, Codex and AWF that it is about."],
  ["Upstream", "Issues about it."],
];

/** @param {string} name */
export function testOf(name) {
  return `import ghAw from "eslint-plugin-gh-aw";
import { lockFile } from "../../support/lock-file.js";
import { ruleTester } from "../../support/rule-tester.js";

ruleTester.run("${name}", ghAw.rules["${name}"], {
  valid: [{ name: "a file of the newest compiler", code: lockFile() }],
  invalid: [{ name: "a file with the problem", code: lockFile({ compiler: "v0.70.0" }), errors: [{ messageId: "found" }] }],
});
`;
}
