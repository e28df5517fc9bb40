import type { RunExplanation } from "@gh-aw-lint/core";
import type { Finding, FindingSuggestion } from "../analysis/finding.js";
import { element, find } from "./element.js";
import { findingsList } from "./findings-list.js";
import type { Places } from "./places.js";
import { runCard } from "./run-card.js";

const findingsPanel = find("findings", HTMLElement);
const runsPanel = find("runs", HTMLElement);

/** Shows findings and runs. */
export function showResults(
  findings: readonly Finding[],
  runs: readonly RunExplanation[],
  places: Places,
  apply: (suggestion: FindingSuggestion) => void,
): void {
  setCount("findings-heading", "Findings", findings.length);
  setCount("runs-heading", "Codex runs", runs.length);
  findingsPanel.replaceChildren(
    findings.length === 0
      ? element("p", { class: "empty" }, "Nothing to report with the rules that are on.")
      : findingsList(findings, places, apply),
  );
  runsPanel.replaceChildren(
    ...(runs.length === 0
      ? [
          element(
            "p",
            { class: "empty" },
            "This file does not run Codex inside of AWF, the agent workflow firewall.",
          ),
        ]
      : runs.map((run, index) => runCard(run, index + 1, places))),
  );
}

function setCount(id: string, title: string, count: number): void {
  find(id, HTMLElement).replaceChildren(
    title,
    ...(count === 0 ? [] : [" ", element("span", { class: "count" }, `(${count})`)]),
  );
}
