import { jobsByLine, lockHeader, mayRunCodex, parseWorkflow } from "eslint-plugin-gh-aw/core";
import { count } from "../count.js";
import type { LintMessage } from "../eslint/index.js";
import { changesBetween } from "./changes.js";
import type { LintedFile } from "./lint-files.js";

/** What was fixed, by file and job, and how long it lasts; empty if nothing was fixed. */
export async function fixReport(files: readonly LintedFile[]): Promise<string> {
  const fixed = files.flatMap((file) => {
    const { text, fixed } = file;
    return fixed && text !== undefined ? [{ ...file, text, output: fixed.output }] : [];
  });
  if (fixed.length === 0) return "";
  const parts = await Promise.all(
    fixed.map(async ({ name, text, output, found }) =>
      [name, ...(await fixesByJob(text, output, found.messages)), ""].join("\n"),
    ),
  );
  return `\n${parts.join("\n")}\nFixed ${count(fixed.length, "file")}.${untilCompiled(fixed)}\n`;
}

/** A line for each change, below its job and the rules that were fixed there. */
async function fixesByJob(
  before: string,
  after: string,
  messages: readonly LintMessage[],
): Promise<readonly string[]> {
  const changes = groupByJob(after, await changesBetween(before, after));
  const fixable = groupByJob(
    before,
    messages.filter(({ fix }) => fix !== undefined),
  );
  const jobs = new Set([...changes.keys(), ...fixable.keys()]);
  return [...jobs].flatMap((job) => {
    const rules = new Set(fixable.get(job)?.map(ruleOf));
    const heading = [job === undefined ? "above the jobs" : `job ${job}`, [...rules].join(", ")];
    return [
      `  ${heading.filter(Boolean).join(": ")}`,
      ...(changes.get(job) ?? []).map(({ line, description }) => `    line ${line}: ${description}`),
    ];
  });
}

function groupByJob<Placed extends { readonly line: number }>(
  text: string,
  items: readonly Placed[],
): ReadonlyMap<string | undefined, readonly Placed[]> {
  const jobOf = jobsByLine(parseWorkflow(text));
  const groups = new Map<string | undefined, Placed[]>();
  for (const item of items) {
    const job = jobOf(item.line);
    groups.set(job, [...(groups.get(job) ?? []), item]);
  }
  return groups;
}

function ruleOf({ ruleId }: LintMessage): string {
  return ruleId?.replace("gh-aw/", "") ?? "unused disable comment";
}

/** The next compile overwrites compiled files; newer compilers write them correctly. */
function untilCompiled(fixed: readonly (LintedFile & { readonly text: string })[]): string {
  const compiled = fixed.filter(
    ({ text }) => mayRunCodex(text) && lockHeader(parseWorkflow(text)) !== undefined,
  );
  if (compiled.length === 0) return "";
  const messages = compiled.flatMap(({ found }) => found.messages.filter(({ fix }) => fix !== undefined));
  const compilers = messages.map(compilerOf);
  const [newest] = compilers
    .flatMap((version) => version ?? [])
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const undone = " The next `gh aw compile` overwrites lock files and undoes this";
  if (newest === undefined || compilers.includes(undefined))
    return `${undone}, unless you change the workflow's source, too.`;
  return `${undone}, unless gh-aw is ${newest} or later: \`gh extension upgrade gh-aw\` updates it.`;
}

/** The first compiler that writes the file correctly. */
function compilerOf(message: LintMessage): string | undefined {
  if (!("data" in message)) return undefined;
  const { data } = message;
  if (typeof data !== "object" || data === null || !("compiler" in data)) return undefined;
  return typeof data.compiler === "string" ? data.compiler : undefined;
}
