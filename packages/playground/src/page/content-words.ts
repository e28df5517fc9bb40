import type { Content } from "../analysis/content.js";
import type { Finding } from "../analysis/finding.js";
import type { SlotReport } from "../analysis/messages.js";

/** The status for all texts: the lock file, or the text in its tab, and a log. */
export function summaryOf(reports: readonly SlotReport[]): string {
  const texts = reports.filter(({ content }) => content.kind !== "empty");
  const lock = texts.find(({ slot }) => slot === "lock");
  const log = texts.find(({ slot, content }) => slot !== "lock" && content.kind === "log");
  if (!lock) {
    const [first] = log ? [log] : texts;
    return first ? summary(first.content, first.findings) : "The file is empty.";
  }
  const findings = texts.flatMap((report) => (report === log ? [] : report.findings));
  return `${summary(lock.content, findings)}${log ? ` ${besideLog(log.findings)}` : ""}`;
}

function besideLog(symptoms: readonly Finding[]): string {
  if (symptoms.length === 0) return "The log has none of the known errors.";
  const explained = symptoms.filter(({ explanations }) => explanations.length > 0).length;
  const errors = `The log has ${plural(symptoms.length, "known error")}`;
  if (explained === 0) return `${errors}, which nothing here explains.`;
  const which = explained === symptoms.length ? "explained here" : `${explained} of them explained here`;
  return `${errors}, ${which}.`;
}

function summary(content: Content, findings: readonly Finding[]): string {
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

/** The text that replaces the list of findings if there are none. */
export function withoutFindings({ kind }: Content): string {
  switch (kind) {
    case "workflow":
    case "unreadable":
      return "No findings with the enabled rules.";
    case "log":
      return "This log has none of the errors of Codex, AWF's API proxy and gh-aw that the rules cover. Is it the log of the failed job? `gh run view RUN --log-failed` prints it.";
    case "empty":
    case "source":
    case "other":
      return "Only lock files are checked.";
  }
}

/** The text that replaces the list of Codex runs if there are none. */
export function withoutRuns(content: Content): string {
  switch (content.kind) {
    case "empty":
      return "Paste or drop a lock file or the log of a failed run, or choose an example.";
    case "workflow":
      return "This file does not run Codex inside AWF, the agent workflow firewall.";
    case "unreadable":
      return "GitHub cannot read this file, so none of its jobs runs.";
    case "source":
      return "GitHub runs the lock file, not the source. Also paste the lock file that `gh aw compile` writes next to this source: `.github/workflows/NAME.lock.yml`.";
    case "log": {
      const { lockFiles } = content.reading;
      const named = lockFiles.length === 0 ? "" : ` (${lockFiles.map((name) => `\`${name}\``).join(", ")})`;
      return `The log shows what went wrong, the lock file shows why. Also paste the lock file of the run${named}.`;
    }
    case "other":
      return "Paste the lock file of an agentic workflow: `.github/workflows/NAME.lock.yml`.";
  }
}
