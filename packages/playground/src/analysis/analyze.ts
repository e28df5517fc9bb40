import { explainRuns } from "@gh-aw-lint/core";
import { contentOf, type Content } from "./content.js";
import { findingsOf, type Finding } from "./finding.js";
import { applyFixes, lint } from "./lint.js";
import type { AnalysisAnswer, AnalysisRequest } from "./messages.js";
import { problemFinding, symptomFinding } from "./place-finding.js";
import { relatedPlaces } from "./related-places.js";

/** The answers to a request, each as soon as it is known. */
export function* analyze(request: AnalysisRequest): Generator<AnalysisAnswer> {
  const { id, text, rules } = request;
  try {
    const content = contentOf(text);
    const findings = findingsIn(content, request);
    const runs = content.kind === "workflow" ? explainRuns(text) : [];
    yield { kind: "findings", id, content, findings, runs };
    const fixed = findings.some(({ fixable }) => fixable) ? applyFixes(text, rules) : text;
    yield { kind: "fix", id, text: fixed === text ? undefined : fixed };
  } catch (error) {
    yield { kind: "failure", id, message: error instanceof Error ? error.message : String(error) };
  }
}

function findingsIn(content: Content, { text, rules }: AnalysisRequest): readonly Finding[] {
  switch (content.kind) {
    case "workflow": {
      const messages = lint(text, rules);
      return messages.length > 0 ? findingsOf(text, messages, relatedPlaces(text)) : [];
    }
    case "unreadable":
      return [problemFinding(text, content.problem)];
    case "log":
      return content.reading.symptoms.map((symptom) => symptomFinding(text, symptom));
    case "empty":
    case "source":
    case "other":
      return [];
  }
}
