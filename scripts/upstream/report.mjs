/**
 * @typedef {import("./compile.mjs").Compiled
 *   & { awf: string | undefined, linted: import("./lint.mjs").Linted | undefined }} Result
 */

/**
 * Reports on the output of a compiler. The sources must compile, the linter must find their Codex runs, and each run must
 * reach AWF's API proxy, without findings.
 *
 * @param {string} compiler the compiler's version
 * @param {readonly Result[]} results
 * @returns {{ text: string, isClean: boolean }} Markdown
 */
export function report(compiler, results) {
  if (results.length === 0) throw new Error("There are no sources.");
  const complaints = results.flatMap(complaintsAbout);
  const lines = [
    `# What gh-aw ${compiler} writes`,
    "",
    complaints.length === 0 ? "Nothing to look at." : `${complaints.length} to look at:`,
    "",
    ...complaints,
    ...(complaints.length === 0 ? [] : [""]),
    "| source | AWF | job | Codex | API proxy | outcome |",
    "| --- | --- | --- | --- | --- | --- |",
    ...results.flatMap(rowsOf),
    "",
  ];
  return { text: lines.join("\n"), isClean: complaints.length === 0 };
}

/**
 * @param {Result} result
 * @returns {string[]} items of a list
 */
function complaintsAbout({ name, awf, output, linted }) {
  const source = awf === undefined ? `\`${name}\`` : `\`${name}\` with AWF ${awf}`;
  if (linted === undefined) return [`- ${source} is not compiled:\n\n${indented(output)}\n`];
  const { findings, runs } = linted;
  if (runs.length === 0) return [`- ${source}: the linter sees no Codex run.`];
  if (findings.length > 0)
    return findings.map(
      ({ line, column, ruleId, message }) =>
        `- ${source}, ${line}:${column}: ${ruleId ?? "not read"}: ${message}`,
    );
  // Also shows runs that no rule reports, such as one without the API proxy.
  return runs
    .filter(({ outcome }) => outcome.kind !== "proxied")
    .map(({ job, outcome }) => `- ${source}, job \`${job}\`: \`${outcome.kind}\`: ${outcome.reason}`);
}

/**
 * @param {Result} result
 * @returns {string[]} rows of a table
 */
function rowsOf({ name, linted }) {
  return (linted?.runs ?? []).map(
    ({ job, codex, awf, apiProxy, outcome }) =>
      `| ${name} | ${awf.value} | ${job} | ${codex.value} | ${apiProxy.value} | ${outcome.kind} |`,
  );
}

/** @param {string} output */
function indented(output) {
  return output
    .trim()
    .split("\n")
    .map((line) => `      ${line}`)
    .join("\n");
}
