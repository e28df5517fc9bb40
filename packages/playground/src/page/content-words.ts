import type { Content } from "../analysis/content.js";
import type { Finding } from "../analysis/finding.js";

/** What the status says of a text and its findings. */
export function summary(content: Content, findings: readonly Finding[]): string {
  switch (content.kind) {
    case "empty":
      return "The file is empty.";
    case "workflow":
      return summaryOfFindings(findings);
    case "unreadable":
      return `This is not valid YAML: see line ${findings[0]?.line ?? 1}.`;
    case "source":
      return "This is the source of a workflow, not its lock file.";
    case "log": {
      const { length } = findings;
      const errors = length === 0 ? "none of the known errors" : plural(length, "known error");
      return `This is the log of a run, with ${errors}.`;
    }
    case "other":
      return "This is not a workflow: it has no jobs.";
  }
}

function summaryOfFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return "No findings.";
  const fixable = findings.filter((finding) => finding.fixable).length;
  return `${plural(findings.length, "finding")}, ${fixable === 0 ? "none" : fixable} fixable.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** What stands in the place of findings where there are none. */
export function withoutFindings({ kind }: Content): string {
  switch (kind) {
    case "workflow":
    case "unreadable":
      return "Nothing to report with the rules that are on.";
    case "log":
      return "This log has none of the errors of Codex, AWF's API proxy and gh-aw that the rules are about. Is it the log of the job that failed? `gh run view RUN --log-failed` prints it.";
    case "empty":
    case "source":
    case "other":
      return "Only lock files are checked.";
  }
}

/** What stands in the place of Codex runs where there are none. */
export function withoutRuns(content: Content): string {
  switch (content.kind) {
    case "empty":
      return "Paste or drop a lock file, or choose an example.";
    case "workflow":
      return "This file does not run Codex inside of AWF, the agent workflow firewall.";
    case "unreadable":
      return "GitHub cannot read this file, so none of its jobs runs.";
    case "source":
      return "GitHub runs what the lock file says. Paste the lock file that `gh aw compile` writes beside this source: `.github/workflows/NAME.lock.yml`.";
    case "log": {
      const { lockFiles } = content.reading;
      const named = lockFiles.length === 0 ? "" : ` (${lockFiles.map((name) => `\`${name}\``).join(", ")})`;
      return `A log tells what went wrong, the lock file why. Paste the lock file that ran${named}.`;
    }
    case "other":
      return "Paste the lock file of an agentic workflow: `.github/workflows/NAME.lock.yml`.";
  }
}
