import { stripVTControlCharacters } from "node:util";

/** How many of the last lines of the tests' output a pull request shows: failures and counts are at the end. */
const shownLines = 200;

/**
 * The text of a pull request with new recordings.
 *
 * @param {readonly { release: string, differences: string }[]} measurements the differences of each release from the
 *   previous one, in Markdown
 * @param {{ status: number | null, output: string }} tests
 * @returns {string} Markdown
 */
export function report(measurements, tests) {
  const sections = measurements.map(
    ({ release, differences }) => `## Codex ${release}\n\n${differences.trim()}\n`,
  );
  return [...sections, testSection(tests)].join("\n");
}

/** @param {{ status: number | null, output: string }} tests */
function testSection({ status, output }) {
  if (status === 0) return "## Tests\n\nGreen: the model says of each new recording what Codex did.\n";
  const lines = stripVTControlCharacters(output).trimEnd().split("\n").slice(-shownLines);
  // Longer than any fence in the text.
  const fence = "`````";
  return [
    "## Tests",
    "",
    `**Red**: \`npm test\` ended with ${String(status)}.`,
    "",
    "<details><summary>The end of what it printed</summary>",
    "",
    fence,
    ...lines,
    fence,
    "",
    "</details>",
    "",
  ].join("\n");
}
