import {
  explainWorkflow,
  isRuleId,
  jobsByLine,
  lintRule,
  type LintMessage,
  type RepositoryFiles,
} from "@gh-aw-lint/core";
import { readText, type ReadText } from "./content.js";
import { explainLog, type Cause } from "./explain-log.js";
import { findingsOf, type Finding } from "./finding.js";
import { applyFixes, lint, type Surroundings } from "./lint.js";
import type { AnalysisAnswer, AnalysisRequest, SlotReport } from "./messages.js";
import { problemFinding } from "./place-finding.js";
import { rules as allRules } from "./rules.js";
import { pathOf, type Slot, type SlotText } from "./slots.js";

/** A parsed text, and its path. */
interface Placed extends ReadText {
  readonly slot: Slot;
  readonly surroundings: Surroundings;
}

/** Sends each answer to a request as soon as it is known. */
export function* analyze(request: AnalysisRequest): Generator<AnalysisAnswer> {
  const { id, texts, rules, name } = request;
  try {
    const repository = repositoryOf(texts, name);
    const placed = texts
      .filter(({ slot, text }) => slot === "lock" || text.trim() !== "")
      .map(({ slot, text }): Placed => ({
        slot,
        ...readText(text),
        surroundings: slot === "log" ? {} : { path: pathOf(slot, name), repository },
      }));
    const reports = placed.map((one) => reportOn(one, rules));
    const lock = placed.find(({ slot }) => slot === "lock");
    const runs = lock?.workflow ? explainWorkflow(lock.workflow) : [];
    yield { kind: "findings", id, reports: withExplanations(reports, placed), runs };
    const isFixable = reports.some(
      ({ slot, findings }) => slot === "lock" && findings.some(({ fixable }) => fixable),
    );
    const fixed = lock && isFixable ? applyFixes(lock.text, rules, lock.surroundings) : lock?.text;
    yield { kind: "fix", id, text: fixed === lock?.text ? undefined : fixed };
  } catch (error) {
    yield { kind: "failure", id, message: error instanceof Error ? error.message : String(error) };
  }
}

function reportOn(placed: Placed, rules: readonly string[]): SlotReport {
  return { slot: placed.slot, content: placed.content, findings: findingsIn(placed, rules) };
}

function findingsIn(placed: Placed, rules: readonly string[]): readonly Finding[] {
  const { text, content, surroundings } = placed;
  switch (content.kind) {
    case "source":
      // In the lock file's tab, this text is not a lock file.
      return surroundings.path?.endsWith(".md") === true ? linted(placed, rules) : [];
    case "workflow":
      return linted(placed, rules);
    case "unreadable":
      return [problemFinding(text, content.problem)];
    case "log":
      return explainLog(text, content.reading, []);
    case "empty":
    case "other":
      return [];
  }
}

function linted({ text, workflow, surroundings }: Placed, rules: readonly string[]): readonly Finding[] {
  const messages = lint(text, rules, surroundings);
  const found = new Set(messages.flatMap(({ ruleId }) => ruleId?.replace("gh-aw/", "") ?? []));
  const known = [...found]
    .filter(isRuleId)
    .flatMap((rule): readonly LintMessage[] =>
      lintRule(rule, { text, workflow: workflow ?? false, ...surroundings }),
    );
  return findingsOf(text, messages, known);
}

/** The errors in a log. Searches for their causes with all rules, whichever are enabled. */
function withExplanations(reports: readonly SlotReport[], placed: readonly Placed[]): readonly SlotReport[] {
  if (!reports.some(({ content }) => content.kind === "log")) return reports;
  const names = allRules.map((rule) => rule.name);
  const causes = placed.flatMap((one): readonly Cause[] => {
    if (one.content.kind !== "workflow" && one.content.kind !== "source") return [];
    const { slot, workflow } = one;
    const jobOf = workflow && jobsByLine(workflow);
    const listed = reports.find((report) => report.slot === slot)?.findings ?? [];
    return findingsIn(one, names).map((finding) => ({
      slot,
      job: jobOf?.(finding.line),
      finding,
      isListed: listed.some(({ start, message }) => start === finding.start && message === finding.message),
    }));
  });
  return reports.map((report) => {
    if (report.content.kind !== "log") return report;
    const text = placed.find(({ slot }) => slot === report.slot)?.text ?? "";
    return { ...report, findings: explainLog(text, report.content.reading, causes) };
  });
}

/** The texts as files in the same folder. */
function repositoryOf(texts: readonly SlotText[], name: string): RepositoryFiles {
  const files = new Map(
    texts
      .filter(({ slot, text }) => slot !== "log" && text !== "")
      .map(({ slot, text }) => [pathOf(slot, name), text]),
  );
  return {
    read: (path) => files.get(path),
    list: (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .filter((path) => !path.includes("/")),
  };
}
