import ghAw from "eslint-plugin-gh-aw";
import { table } from "../table.js";

/** `docs/stability.md`, not yet formatted. */
export function stabilityPage(): string {
  return `# What is stable

Versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html). \`npm run docs\` writes the table of this page, and a
test compares it.

Only a major version renames or removes

- a rule, one of its options, a configuration of the plugin, or the id of a message;
- a key of a message's \`data\`, which \`--format json\` of ESLint and of \`gh-aw-lint\` print, and editors get;
- an option of \`gh-aw-lint\`, the meaning of an exit code, a format;
- a function, a type or a property that \`@gh-aw-lint/core\` exports.

\`gh-aw-lint --format json\` prints an object with \`schemaVersion\` and \`results\`. The number changes when a program that reads
the object could break: when something in it is renamed, removed or gets another meaning, but not when something is added.

A minor version may add rules, messages and keys of \`data\`, and may put a rule into \`recommended\`: a file without findings
may get some. A patch version reports less, or at another place, or the same in other words: it corrects what was wrong.

The sentences of messages, the text of \`--explain-run\` and the exact edits of a fix may change at any time: they get better.
So may \`eslint-plugin-gh-aw/core\`, which serves the command.

## Messages and their data

\`job\`, \`codex\` and \`remedy\` are there with every message about a Codex run, whether its sentence uses them or not.

${table(
  ["Rule", "Message", "`data`"],
  Object.entries(ghAw.rules).flatMap(([rule, { meta }]) =>
    Object.entries(meta?.messages ?? {})
      .filter(([id]) => id !== "suggestion")
      .map(([id, sentence]) => [rule, `\`${id}\``, keysOf(sentence)]),
  ),
)}
`;
}

/** The names of a sentence's placeholders. */
function keysOf(sentence: string): string {
  const names = [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => `\`${name}\``);
  return [...new Set(names)].join(", ");
}
