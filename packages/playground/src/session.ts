import { startAnalyzer } from "./analysis/analyzer.js";
import type { AnalysisAnswer } from "./analysis/messages.js";
import { createEditor, jumpTo, replaceText, textOf } from "./editor/create-editor.js";
import { showDiagnostics } from "./editor/diagnostics.js";
import { createFixPanel } from "./editor/fix-panel.js";
import { find } from "./page/element.js";
import type { Places } from "./page/places.js";
import { showResults } from "./page/results.js";
import { createRuleSwitches } from "./page/rule-switches.js";
import type { Shared } from "./page/share-link.js";
import { summary } from "./page/summary.js";

/** The file in the editor, and what is known of it. */
export interface Session {
  /** Puts a file into the editor. `notice` stands before what the check of it says. */
  load(name: string, text: string, notice?: string): void;
  /** Turns these rules on and all others off. */
  setRules(rules: readonly string[]): void;
  /** What a link to this holds. */
  shared(): Shared;
  fileName(): string;
  readonly say: (text: string) => void;
  focus(): void;
}

/** What is longer is checked less often: each check copies it to the worker. */
const LONG = 200_000;

export function startSession(): Session {
  const status = find("status", HTMLElement);
  const nameLabel = find("file-name", HTMLElement);
  const editor = createEditor(find("editor", HTMLElement), () => {
    fixPanel.offer(undefined);
    isPending = true;
    clearTimeout(timer);
    timer = setTimeout(check, editor.state.doc.length > LONG ? 400 : 120);
  });
  const fixPanel = createFixPanel(editor, (mended) => {
    notice = "Fix applied.";
    replaceText(editor, mended);
  });
  const switches = createRuleSwitches(find("rules", HTMLElement), check);
  const analyzer = startAnalyzer({
    answered,
    gaveUp(missing) {
      const begun = missing === "fix" ? `${status.textContent} Working out the fix` : "Checking this text";
      isPending = false;
      say(`${begun} took too long, and was stopped.`);
      setState("done");
    },
  });
  const places: Places = {
    lineAt: (offset) => editor.state.doc.lineAt(Math.min(offset, editor.state.doc.length)).number,
    jump({ start, end }) {
      fixPanel.hide();
      jumpTo(editor, start, end);
    },
  };
  let timer = 0;
  let notice = "";
  let checked = "";
  let isPending = false;

  function check(): void {
    clearTimeout(timer);
    const rules = switches.enabled();
    if (!rules) return;
    checked = textOf(editor);
    isPending = true;
    setState("checking");
    analyzer.request(checked, rules);
  }

  function answered(answer: AnalysisAnswer): void {
    if (answer.kind === "ready") {
      switches.show(answer.rules);
      check();
      return;
    }
    // What was typed since then is checked next.
    if (textOf(editor) !== checked) return;
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

  function showFindings({ findings, runs }: Extract<AnalysisAnswer, { readonly kind: "findings" }>): void {
    showDiagnostics(editor, findings);
    showResults(findings, runs, places, ({ start, end, text }) => {
      if (textOf(editor) !== checked) return;
      notice = "Suggestion applied.";
      replaceText(editor, checked.slice(0, start) + text + checked.slice(end));
    });
    isPending = false;
    say(`${notice} ${summary(findings, checked === "")}`.trim());
    notice = "";
  }

  /** What is said while a check is under way also stands before what that says. */
  function say(text: string): void {
    status.textContent = text;
    if (isPending) notice = text;
  }

  return {
    load(name, text, about = "") {
      notice = about;
      nameLabel.textContent = name;
      replaceText(editor, text);
      editor.dispatch({ selection: { anchor: 0 }, scrollIntoView: true });
      find("results", HTMLElement).scrollTop = 0;
      check();
    },
    setRules: switches.set,
    shared: () => ({ text: textOf(editor), rules: switches.enabled() ?? [] }),
    fileName: () => nameLabel.textContent,
    say,
    focus() {
      editor.focus();
    },
  };
}

/** For whoever waits for the page: its state, and how often it was done. */
function setState(state: "checking" | "done"): void {
  const { dataset } = document.body;
  dataset.state = state;
  if (state === "done") dataset.checks = String(Number(dataset.checks ?? 0) + 1);
}
