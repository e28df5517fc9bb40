import { createTwoFilesPatch } from "diff";

/** GitHub allows one megabyte for a job's summary. */
const shownFiles = 100;
/** Smaller differences are not mentioned. */
const worthSaying = 0.1;
/** With fewer rounds, the range of the times says nothing. */
const telling = 3;

/**
 * @param {import("./compare.mjs").Comparison} comparison
 * @returns {string} Markdown
 */
export function summary({ files, findings, changes, milliseconds }) {
  const added = changes.reduce((sum, change) => sum + change.added.length, 0);
  const removed = changes.reduce((sum, change) => sum + change.removed.length, 0);
  const fixes = changes.filter(({ fix }) => fix !== undefined).length;
  const verdict =
    changes.length === 0
      ? "No finding and no fix has changed."
      : `Findings: **+${added} −${removed}**. Files that are fixed differently: **${fixes}**.`;
  return [
    "## Ecosystem",
    "",
    `${files} lock files, ${findings} findings. ${verdict}`,
    "",
    timing(milliseconds),
    "",
    ...changes.slice(0, shownFiles).map(section),
    ...(changes.length > shownFiles ? [`And ${changes.length - shownFiles} files more.`, ""] : []),
  ].join("\n");
}

/**
 * Calls one side faster only if its slowest round is faster than the other side's fastest round, because machines are shared.
 *
 * @param {import("./compare.mjs").Comparison["milliseconds"]} milliseconds
 */
function timing({ base, head }) {
  const change = Math.min(...head) / Math.min(...base) - 1;
  const percent = `${change < 0 ? "−" : "+"}${Math.abs(change * 100).toFixed(0)} %`;
  const tells = Math.min(base.length, head.length) >= telling;
  const isSlower = tells && Math.min(...head) > Math.max(...base) && change > worthSaying;
  const isFaster = tells && Math.max(...head) < Math.min(...base) && change < -worthSaying;
  const verdict = isSlower ? "**slower**" : isFaster ? "**faster**" : "no difference that shows";
  return `All files, with the start of the process: ${range(base)} before, ${range(head)} now (fastest ${percent}: ${verdict}).`;
}

/** @param {readonly number[]} milliseconds */
function range(milliseconds) {
  return `${Math.min(...milliseconds).toFixed(0)} to ${Math.max(...milliseconds).toFixed(0)} ms`;
}

/** @param {import("./compare.mjs").FileChange} change */
function section({ file, removed, added, fix }) {
  const lines = [...removed.map((finding) => `- ${finding}`), ...added.map((finding) => `+ ${finding}`)];
  const blocks = [
    ...(lines.length > 0 ? [fenced(lines.join("\n"))] : []),
    ...(fix === undefined ? [] : ["After all fixes:", "", fenced(patch(fix))]),
  ];
  return [`<details><summary>${file}</summary>`, "", ...blocks, "</details>", ""].join("\n");
}

/** @param {{ before: string, after: string }} texts */
function patch({ before, after }) {
  return createTwoFilesPatch("base", "head", before, after, undefined, undefined, { context: 2 })
    .split("\n")
    .slice(3)
    .join("\n")
    .trimEnd();
}

/** @param {string} text */
function fenced(text) {
  return `\`\`\`\`\`diff\n${text}\n\`\`\`\`\`\n`;
}
