import type { Content } from "../analysis/content.js";
import type { FindingSuggestion } from "../analysis/finding.js";
import type { AnalysisAnswer, SlotReport } from "../analysis/messages.js";
import type { Slot } from "../analysis/slots.js";
import { withoutFindings, withoutRuns } from "./content-words.js";
import { element, find } from "./element.js";
import { findingsList } from "./findings-list.js";
import type { Places } from "./places.js";
import { prose } from "./prose.js";
import { runCard } from "./run-card.js";
import { titleOf } from "./tabs.js";

type FindingsAnswer = Extract<AnalysisAnswer, { readonly kind: "findings" }>;

const findingsPanel = find("findings", HTMLElement);
const runsPanel = find("runs", HTMLElement);

/** Shows findings and runs. `apply` is called with a suggestion and its text. */
export function showResults(
  { reports, runs }: Pick<FindingsAnswer, "reports" | "runs">,
  places: Places,
  apply: (slot: Slot, suggestion: FindingSuggestion) => void,
): void {
  const found = reports.filter(({ findings }) => findings.length > 0);
  // Errors in the log come first, with the findings that explain them.
  const ordered = [...found].sort((a, b) => Number(b.slot === "log") - Number(a.slot === "log"));
  const total = found.reduce((sum, { findings }) => sum + findings.length, 0);
  const content = mainContent(reports);
  setCount("findings-heading", "Findings", total);
  setCount("runs-heading", "Codex runs", runs.length);
  const lists = ordered.flatMap(({ slot, findings }) => [
    ...(reports.length > 1 ? [element("h3", {}, titleOf(slot))] : []),
    findingsList(slot, findings, places, (suggestion) => {
      apply(slot, suggestion);
    }),
  ]);
  findingsPanel.replaceChildren(
    ...(lists.length > 0 ? lists : [element("p", { class: "empty" }, ...prose(withoutFindings(content)))]),
  );
  runsPanel.replaceChildren(
    ...(runs.length === 0
      ? [element("p", { class: "empty" }, ...prose(withoutRuns(content)))]
      : runs.map((run, index) => runCard(run, index + 1, places))),
  );
}

/** The content of the lock file, or of the text in its tab. */
function mainContent(reports: readonly SlotReport[]): Content {
  const texts = reports.filter(({ content }) => content.kind !== "empty");
  return (texts.find(({ slot }) => slot === "lock") ?? texts[0])?.content ?? { kind: "empty" };
}

function setCount(id: string, title: string, count: number): void {
  find(id, HTMLElement).replaceChildren(
    title,
    ...(count === 0 ? [] : [" ", element("span", { class: "count" }, `(${count})`)]),
  );
}
