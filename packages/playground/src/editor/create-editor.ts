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

/** What the editor tells. */
export interface EditorListener {
  /** Its text has changed. */
  readonly changed: () => void;
  /** Whether a paste is taken care of; `isWhole` tells whether it would replace all that there is. */
  readonly pasted: (text: string, isWhole: boolean) => boolean;
}

/** What is edited: its name for who does not see it, and what stands in its place while it is empty. */
export interface EditedText {
  readonly label: string;
  readonly placeholder: string;
  readonly isYaml: boolean;
}

/** A text that is edited, empty at first, with a history of its own. */
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

/** Puts another text in the place of what is there, and shows where they differ. */
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
    // One step to undo, whatever was done just before.
    annotations: isolateHistory.of("full"),
    effects: EditorView.scrollIntoView(Math.min(start, text.length), { y: "center" }),
  });
}

/** The text as it is in the file. */
export function textOf({ state }: Pick<EditorView, "state">): string {
  return state.sliceDoc();
}
