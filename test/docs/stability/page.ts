import ghAw from "eslint-plugin-gh-aw";
import { table } from "../table.js";

/** `docs/stability.md`, not yet formatted. */
export function stabilityPage(): string {
  return `# Stability

Versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html). \`npm run docs\` writes the table on this page; a test
compares it.

Only a major version renames or removes

- a rule, a rule option, a configuration of the plugin, or a message id;
- a key of a message's \`data\`, which editors get, and which \`--format json\` of ESLint and of \`gh-aw-lint\` prints;
- an option or a format of \`gh-aw-lint\`, or the meaning of an exit code;
- a function, type or property that \`@gh-aw-lint/core\` exports.

\`gh-aw-lint --format json\` prints an object with \`schemaVersion\` and \`results\`. \`schemaVersion\` changes when something in the
object is renamed, removed or changes its meaning, but not when something is added.

A minor version can add rules, messages and keys of \`data\`, and can add a rule to \`recommended\`, so a file without findings can
get some. A patch version corrects faults: it reports less, at another location, or in other words.

The text of messages, the output of \`--explain-run\` and the exact edits of a fix can change in any version. So can
\`eslint-plugin-gh-aw/core\`, which exists for the command.

## Messages and their data

Every message about a Codex run has \`job\`, \`codex\` and \`remedy\`, even if its text does not use them.

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

/** The names of the placeholders in a sentence. */
function keysOf(sentence: string): string {
  const names = [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => `\`${name}\``);
  return [...new Set(names)].join(", ");
}
