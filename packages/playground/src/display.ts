import type { FindingSuggestion } from "./analysis/finding.js";
import type { AnalysisAnswer, SlotReport } from "./analysis/messages.js";
import type { Slot } from "./analysis/slots.js";
import { replaceText, textOf } from "./editor/create-editor.js";
import { showDiagnostics } from "./editor/diagnostics.js";
import type { Documents } from "./editor/documents.js";
import { showPlace } from "./editor/shown-place.js";
import type { OpenFiles } from "./open-files.js";
import { find } from "./page/element.js";
import type { Places } from "./page/places.js";
import { showResults } from "./page/results.js";
import { createTabs } from "./page/tabs.js";

/** Shows the texts and their findings in the editor, on the tabs and in the panels. */
export interface Display {
  /** Puts a text into the editor. */
  readonly show: (slot: Slot) => void;
  /** The number of findings on each tab. */
  readonly drawTabs: () => void;
  /** Shows the findings. `mayApply` returns whether a suggestion may be applied now. */
  readonly showFindings: (answer: FindingsAnswer, mayApply: () => boolean) => void;
  /** Goes to the first finding of the text in the editor, unless the user has moved the cursor. */
  readonly showFirst: () => void;
}

type FindingsAnswer = Extract<AnalysisAnswer, { readonly kind: "findings" }>;

/** @param hideFix called before another text or location is shown */
export function createDisplay(documents: Documents, files: OpenFiles, hideFix: () => void): Display {
  const tabs = createTabs(find("tabs", HTMLElement), show);
  let reports: readonly SlotReport[] = [];

  const places: Places = {
    lineAt: (offset, slot = "lock") => documents.text(slot).slice(0, offset).split("\n").length,
    jump(place) {
      show(place.slot ?? "lock");
      showPlace(documents.view, place);
      documents.view.focus();
    },
  };

  function show(slot: Slot): void {
    hideFix();
    if (slot === documents.shown()) return;
    documents.show(slot);
    drawDiagnostics();
    drawTabs();
  }

  function shownFindings(): SlotReport["findings"] {
    return reports.find(({ slot }) => slot === documents.shown())?.findings ?? [];
  }

  function drawDiagnostics(): void {
    showDiagnostics(documents.view, shownFindings());
  }

  function drawTabs(): void {
    tabs.show(documents.texts(), documents.shown(), reports, files.names());
  }

  function apply(slot: Slot, { start, end, text }: FindingSuggestion): void {
    show(slot);
    const before = textOf(documents.view);
    replaceText(documents.view, before.slice(0, start) + text + before.slice(end));
  }

  return {
    show,
    drawTabs,
    showFindings(answer, mayApply) {
      ({ reports } = answer);
      drawDiagnostics();
      drawTabs();
      showResults(answer, places, (slot, suggestion) => {
        if (mayApply()) apply(slot, suggestion);
      });
    },
    showFirst() {
      const [first] = shownFindings();
      if (first && documents.view.state.selection.main.head === 0)
        showPlace(documents.view, { ...first, slot: documents.shown() });
    },
  };
}
