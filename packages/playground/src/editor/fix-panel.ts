import type { EditorView } from "@codemirror/view";
import { find } from "../page/element.js";
import { createFixView } from "./fix-view.js";

/** The two buttons for the fix, and the view that shows it instead of the editor. */
export interface FixPanel {
  /** The editor's text after the fix; `undefined` if there is none. */
  offer(fixed: string | undefined): void;
  hide(): void;
}

/** Callbacks of the buttons. */
export interface FixPanelListener {
  /** Called to put the fixed text into the editor. */
  readonly showSource: () => void;
  readonly apply: (fixed: string) => void;
}

/** Connects the buttons and the view. */
export function createFixPanel(editor: EditorView, { showSource, apply }: FixPanelListener): FixPanel {
  const showButton = find("show-fix", HTMLButtonElement);
  const applyButton = find("apply-fix", HTMLButtonElement);
  const place = find("fix", HTMLElement);
  const source = find("editor", HTMLElement);
  let fixed: string | undefined;
  let view: EditorView | undefined;

  function hide(): void {
    view?.destroy();
    view = undefined;
    place.hidden = true;
    source.hidden = false;
    showButton.setAttribute("aria-pressed", "false");
  }

  function show(text: string): void {
    view?.destroy();
    view = createFixView(place, editor.state.doc, text);
    place.hidden = false;
    source.hidden = true;
    showButton.setAttribute("aria-pressed", "true");
  }

  showButton.addEventListener("click", () => {
    if (view) hide();
    else if (fixed !== undefined) {
      showSource();
      show(fixed);
    }
  });
  applyButton.addEventListener("click", () => {
    if (fixed === undefined) return;
    const text = fixed;
    hide();
    showSource();
    apply(text);
  });
  return {
    hide,
    offer(text) {
      const isShown = view !== undefined;
      fixed = text;
      showButton.disabled = applyButton.disabled = text === undefined;
      if (text === undefined) hide();
      else if (isShown) show(text);
    },
  };
}
