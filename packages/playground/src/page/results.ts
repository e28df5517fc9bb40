import type { RunExplanation } from "@gh-aw-lint/core";
import type { Content } from "../analysis/content.js";
import type { Finding, FindingSuggestion } from "../analysis/finding.js";
import { withoutFindings, withoutRuns } from "./content-words.js";
import { element, find } from "./element.js";
import { findingsList } from "./findings-list.js";
import type { Places } from "./places.js";
import { prose } from "./prose.js";
import { runCard } from "./run-card.js";

const findingsPanel = find("findings", HTMLElement);
const runsPanel = find("runs", HTMLElement);

/** Shows findings and runs. */
export function showResults(
  content: Content,
  findings: readonly Finding[],
  runs: readonly RunExplanation[],
  places: Places,
  apply: (suggestion: FindingSuggestion) => void,
): void {
  setCount("findings-heading", "Findings", findings.length);
  setCount("runs-heading", "Codex runs", runs.length);
  findingsPanel.replaceChildren(
    findings.length === 0
      ? element("p", { class: "empty" }, ...prose(withoutFindings(content)))
      : findingsList(findings, places, apply),
  );
  runsPanel.replaceChildren(
    ...(runs.length === 0
      ? [element("p", { class: "empty" }, ...prose(withoutRuns(content)))]
      : runs.map((run, index) => runCard(run, index + 1, places))),
  );
}

function setCount(id: string, title: string, count: number): void {
  find(id, HTMLElement).replaceChildren(
    title,
    ...(count === 0 ? [] : [" ", element("span", { class: "count" }, `(${count})`)]),
  );
}
