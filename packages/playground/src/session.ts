import { startAnalyzer } from "./analysis/analyzer.js";
import type { Finding } from "./analysis/finding.js";
import type { AnalysisAnswer } from "./analysis/messages.js";
import { createEditor, replaceText, textOf } from "./editor/create-editor.js";
import { showDiagnostics } from "./editor/diagnostics.js";
import { createFixPanel } from "./editor/fix-panel.js";
import { showPlace } from "./editor/shown-place.js";
import { summary } from "./page/content-words.js";
import { find } from "./page/element.js";
import type { Places } from "./page/places.js";
import { showResults } from "./page/results.js";
import { createRuleSwitches } from "./page/rule-switches.js";
import type { Shared } from "./page/share-link.js";
import { setState } from "./page/state.js";

/** The file in the editor, and what is known of it. */
export interface Session {
  /** Puts a file into the editor. `notice` stands before what the check of it says. */
  readonly load: (name: string, text: string, notice?: string) => void;
  /** Puts an example there, which a paste replaces as long as nobody changes it. */
  loadExample(name: string, text: string): void;
  /** Turns these rules on and all others off. */
  setRules(rules: readonly string[]): void;
  /** What a link to this holds. */
  shared(): Shared;
  text(): string;
  fileName(): string;
  readonly say: (text: string) => void;
  focus(): void;
}

/** The name of a file that came without one. */
export const DEFAULT_NAME = "workflow.lock.yml";

/** What is longer is checked less often: each check copies it to the worker. */
const LONG = 200_000;

export function startSession(): Session {
  const status = find("status", HTMLElement);
  const nameLabel = find("file-name", HTMLElement);
  const editor = createEditor(find("editor", HTMLElement), {
    changed() {
      fixPanel.offer(undefined);
      isNew = false;
      isPending = true;
      clearTimeout(timer);
      timer = setTimeout(check, editor.state.doc.length > LONG ? 400 : 120);
    },
    pasted(text, isWhole) {
      const isExample = !isWhole && textOf(editor) === example;
      if (!isWhole && !isExample) return false;
      load(DEFAULT_NAME, text, isExample ? "Pasted in place of the example." : "");
      return true;
    },
  });
  const fixPanel = createFixPanel(editor, (fixed) => {
    notice = "Fix applied.";
    replaceText(editor, fixed);
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
    jump(place) {
      fixPanel.hide();
      showPlace(editor, place);
      editor.focus();
    },
  };
  let timer = 0;
  let notice = "";
  let checked = "";
  let isPending = false;
  /** Whether nobody has done anything with the file since it came. */
  let isNew = false;
  let example: string | undefined;

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

  function load(name: string, text: string, about = ""): void {
    notice = about;
    nameLabel.textContent = name;
    replaceText(editor, text);
    editor.dispatch({ selection: { anchor: 0 }, scrollIntoView: true });
    find("results", HTMLElement).scrollTop = 0;
    isNew = true;
    check();
  }

  function showFindings({
    content,
    findings,
    runs,
  }: Extract<AnalysisAnswer, { readonly kind: "findings" }>): void {
    showDiagnostics(editor, findings);
    showFirst(findings);
    // A log that was pasted has no name.
    nameLabel.hidden = nameLabel.textContent === DEFAULT_NAME && content.kind !== "workflow";
    showResults(content, findings, runs, places, ({ start, end, text }) => {
      if (textOf(editor) !== checked) return;
      notice = "Suggestion applied.";
      replaceText(editor, checked.slice(0, start) + text + checked.slice(end));
    });
    isPending = false;
    say(`${notice} ${summary(content, findings)}`.trim());
    notice = "";
  }

  /** Leads to what is wrong with a file that just came, unless somebody is elsewhere in it already. */
  function showFirst([first]: readonly Finding[]): void {
    const isUntouched = isNew && editor.state.selection.main.head === 0;
    isNew = false;
    if (isUntouched && first) showPlace(editor, first);
  }

  /** What is said while a check is under way also stands before what that says. */
  function say(text: string): void {
    status.textContent = text;
    if (isPending) notice = text;
  }

  return {
    load,
    loadExample(name, text) {
      load(name, text);
      example = text;
    },
    setRules: switches.set,
    shared: () => ({ files: [{ name: DEFAULT_NAME, text: textOf(editor) }], rules: switches.enabled() }),
    text: () => textOf(editor),
    fileName: () => nameLabel.textContent,
    say,
    focus() {
      editor.focus();
    },
  };
}
