import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { foldGutter, foldKeymap } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { appearance } from "./appearance.js";
import { faithfulText } from "./faithful-text.js";
import { pasting } from "./pasting.js";
import { shownPlace } from "./shown-place.js";
import { wrappedLines } from "./wrapped-lines.js";

/** Callbacks of the editor. */
export interface EditorListener {
  /** Called when the text has changed. */
  readonly changed: () => void;
  /** Returns whether it handles a paste; `isWhole`: the paste would replace the whole text. */
  readonly pasted: (text: string, isWhole: boolean) => boolean;
}

/** The editor's accessible name, and its placeholder. */
export interface EditedText {
  readonly label: string;
  readonly placeholder: string;
  readonly isYaml: boolean;
}

/** An editable text, initially empty, with its own undo history. */
export function createState(
  { label, placeholder: hint, isYaml }: EditedText,
  { changed, pasted }: EditorListener,
): EditorState {
  return EditorState.create({
    extensions: [
      faithfulText,
      pasting(pasted),
      shownPlace,
      wrappedLines,
      lintGutter(),
      lineNumbers(),
      foldGutter(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...searchKeymap, ...lintKeymap]),
      ...(isYaml ? [yaml()] : []),
      placeholder(hint),
      EditorView.contentAttributes.of({
        "aria-label": label,
        "aria-describedby": "editor-hint",
        tabindex: "0",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed();
      }),
      appearance,
    ],
  });
}

/** Replaces the text, and shows where it differs. */
export function replaceText(view: EditorView, text: string): void {
  const before = textOf(view);
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  view.dispatch({
    changes: {
      from: start,
      to: before.length - end,
      insert: view.state.toText(text.slice(start, text.length - end)),
    },
    // A separate undo step.
    annotations: isolateHistory.of("full"),
    effects: EditorView.scrollIntoView(Math.min(start, text.length), { y: "center" }),
  });
}

/** The exact text of the file. */
export function textOf({ state }: Pick<EditorView, "state">): string {
  return state.sliceDoc();
}
