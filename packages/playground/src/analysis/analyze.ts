import { explainRuns, lint as lintWithCore, type RepositoryFiles } from "@gh-aw-lint/core";
import { contentOf, type Content } from "./content.js";
import { explainLog } from "./explain-log.js";
import { findingsOf, type Finding } from "./finding.js";
import { applyFixes, lint, type Surroundings } from "./lint.js";
import type { AnalysisAnswer, AnalysisRequest, SlotReport } from "./messages.js";
import { problemFinding } from "./place-finding.js";
import { rules as allRules } from "./rules.js";
import { pathOf, type SlotText } from "./slots.js";

/** The answers to a request, each as soon as it is known. */
export function* analyze(request: AnalysisRequest): Generator<AnalysisAnswer> {
  const { id, texts, rules, name } = request;
  try {
    const repository = repositoryOf(texts, name);
    const text = texts.find(({ slot }) => slot === "lock")?.text ?? "";
    const reports = texts
      .filter((one) => one.slot === "lock" || one.text.trim() !== "")
      .map(({ slot, text }): SlotReport => {
        const content = contentOf(text);
        const surroundings = slot === "log" ? {} : { path: pathOf(slot, name), repository };
        return { slot, content, findings: findingsIn(text, content, rules, surroundings) };
      });
    const runs = contentOf(text).kind === "workflow" ? explainRuns(text) : [];
    yield { kind: "findings", id, reports: withExplanations(reports, texts, name), runs };
    const own = reports.find(({ slot }) => slot === "lock")?.findings ?? [];
    const surroundings = { path: pathOf("lock", name), repository };
    const fixed = own.some(({ fixable }) => fixable) ? applyFixes(text, rules, surroundings) : text;
    yield { kind: "fix", id, text: fixed === text ? undefined : fixed };
  } catch (error) {
    yield { kind: "failure", id, message: error instanceof Error ? error.message : String(error) };
  }
}

function findingsIn(
  text: string,
  content: Content,
  rules: readonly string[],
  surroundings: Surroundings,
): readonly Finding[] {
  switch (content.kind) {
    case "workflow":
    case "source": {
      if (content.kind === "source" && surroundings.path?.endsWith(".md") !== true) return [];
      const messages = lint(text, rules, surroundings);
      return messages.length > 0 ? findingsOf(text, messages, lintWithCore(text, surroundings)) : [];
    }
    case "unreadable":
      return [problemFinding(text, content.problem)];
    case "log":
      return explainLog(text, content.reading, []);
    case "empty":
    case "other":
      return [];
  }
}

/** What a log tells has happened, whichever rules are on: so all of them are asked for its cause. */
function withExplanations(
  reports: readonly SlotReport[],
  texts: readonly SlotText[],
  name: string,
): readonly SlotReport[] {
  const [log] = reports.flatMap(({ content }) => (content.kind === "log" ? [content.reading] : []));
  if (!log) return reports;
  const repository = repositoryOf(texts, name);
  const names = allRules.map((rule) => rule.name);
  const causes = texts.flatMap(({ slot, text }) => {
    const content = contentOf(text);
    if (content.kind !== "workflow" && content.kind !== "source") return [];
    const findings = findingsIn(text, content, names, { path: pathOf(slot, name), repository });
    const listed = reports.find((report) => report.slot === slot)?.findings ?? [];
    return findings.map((finding) => ({
      slot,
      text,
      finding,
      isListed: listed.some(({ start, message }) => start === finding.start && message === finding.message),
    }));
  });
  return reports.map((report) => {
    const text = texts.find(({ slot }) => slot === report.slot)?.text ?? "";
    return report.content.kind === "log" ? { ...report, findings: explainLog(text, log, causes) } : report;
  });
}

/** The texts as files that stand beside each other. */
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
