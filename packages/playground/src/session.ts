import { startAnalyzer } from "./analysis/analyzer.js";
import type { AnalysisAnswer } from "./analysis/messages.js";
import { slotOfText } from "./analysis/slots.js";
import { createDisplay } from "./display.js";
import { replaceText } from "./editor/create-editor.js";
import { createDocuments } from "./editor/documents.js";
import { createFixPanel } from "./editor/fix-panel.js";
import { openFiles } from "./open-files.js";
import { summaryOf } from "./page/content-words.js";
import { find } from "./page/element.js";
import { createRuleSwitches } from "./page/rule-switches.js";
import type { Shared, SharedFile } from "./page/share-link.js";
import { setState } from "./page/state.js";

/** The texts of the page, and the results of their checks. */
export interface Session {
  /** Puts a file into the tab for its kind. The status shows `notice` before the result of the check. */
  readonly load: (name: string, text: string, notice?: string) => void;
  /** Replaces all texts with files, and enables `rules` or those of `recommended`. */
  readonly loadAll: (shared: Shared, notice?: string) => void;
  /** The same for an example, which a paste replaces while it is unchanged. */
  loadExample(files: readonly SharedFile[]): void;
  readonly clear: () => void;
  /** The content of a link to the current state. */
  shared(): Shared;
  /** The file in the editor. */
  readonly shownFile: () => SharedFile;
  readonly say: (text: string) => void;
}

/** Longer texts are checked less often, because each check copies them to the worker. */
const LONG = 200_000;

/** Connects the parts of the page. */
export function startSession(): Session {
  const status = find("status", HTMLElement);
  const documents = createDocuments(find("editor", HTMLElement), {
    changed() {
      fixPanel.offer(undefined);
      isNew = false;
      isPending = true;
      clearTimeout(timer);
      timer = setTimeout(check, documents.view.state.doc.length > LONG ? 400 : 120);
    },
    pasted(text, isWhole) {
      const shown = documents.shown();
      const wanted = slotOfText(text) ?? shown;
      // A text of another kind belongs in another tab, and a paste replaces an example.
      if (!isWhole && !files.isExample() && wanted === shown) return false;
      load("", text, files.isExample() ? "Pasted in place of the example." : "");
      return true;
    },
  });
  const files = openFiles(documents);
  const fixPanel = createFixPanel(documents.view, {
    showSource: () => {
      display.show("lock");
    },
    apply(fixed) {
      notice = "Fix applied.";
      replaceText(documents.view, fixed);
    },
  });
  const display = createDisplay(documents, files, () => {
    fixPanel.hide();
  });
  const switches = createRuleSwitches(find("presets", HTMLElement), find("rules", HTMLElement), check);
  const analyzer = startAnalyzer({
    answered,
    gaveUp(missing) {
      const begun = missing === "fix" ? `${status.textContent} Working out the fix` : "Checking this text";
      isPending = false;
      say(`${begun} took too long, and was stopped.`);
      setState("done");
    },
  });
  let timer = 0;
  let notice = "";
  let checked = "";
  let isPending = false;
  /** Whether the texts are unchanged since they were opened. */
  let isNew = false;
  function check(): void {
    clearTimeout(timer);
    const rules = switches.enabled();
    if (!rules) return;
    checked = files.state();
    isPending = true;
    setState("checking");
    display.drawTabs();
    analyzer.request({ texts: documents.texts(), name: files.names().base, rules });
  }

  function answered(answer: AnalysisAnswer): void {
    if (answer.kind === "ready") {
      switches.show(answer.rules);
      check();
      return;
    }
    // Changes since then are checked next.
    if (files.state() !== checked) return;
    if (answer.kind === "findings") showFindings(answer);
    else {
      if (answer.kind === "fix") fixPanel.offer(answer.text);
      else fail(answer.message);
      setState("done");
    }
  }

  function fail(message: string): void {
    isPending = false;
    say(`Checking failed: ${message}`);
  }

  function load(name: string, text: string, about = ""): void {
    files.put(name, text);
    begin(about);
  }

  function loadAll(shared: Shared, about = ""): void {
    fixPanel.hide();
    files.putAll(shared.files);
    switches.set(shared.rules);
    begin(about);
  }

  function begin(about: string): void {
    notice = about;
    files.markExample(false);
    find("results", HTMLElement).scrollTop = 0;
    isNew = true;
    check();
  }

  function showFindings(answer: Extract<AnalysisAnswer, { readonly kind: "findings" }>): void {
    display.showFindings(answer, () => {
      if (files.state() !== checked) return false;
      notice = "Suggestion applied.";
      return true;
    });
    if (isNew) display.showFirst();
    isNew = false;
    isPending = false;
    say(`${notice} ${summaryOf(answer.reports)}`.trim());
    notice = "";
  }

  /** Shows a message during a check, and again before the check's result. */
  function say(text: string): void {
    status.textContent = text;
    if (isPending) notice = text;
  }

  return {
    load,
    loadAll,
    loadExample(example) {
      loadAll({ files: example, rules: switches.enabled() });
      files.markExample(true);
    },
    clear() {
      documents.clearOthers(documents.shown());
      load("", "");
      documents.view.focus();
    },
    shared: () => ({ files: files.shared(), rules: switches.enabled() }),
    shownFile: files.shown,
    say,
  };
}
