import { yaml } from "@codemirror/lang-yaml";
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Text } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { appearance } from "./appearance.js";
import { faithfulText } from "./faithful-text.js";

/** Shows the changes of a fix as one text with removed and added lines. */
export function createFixView(parent: HTMLElement, original: Text, fixed: string): EditorView {
  return new EditorView({
    parent,
    doc: original.replace(0, original.length, EditorState.create({ extensions: faithfulText }).toText(fixed)),
    extensions: [
      faithfulText,
      lineNumbers(),
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({
        "aria-label": "Lock file after the fix, with the changes",
        tabindex: "0",
      }),
      unifiedMergeView({
        original,
        mergeControls: false,
        collapseUnchanged: { margin: 3, minSize: 8 },
        // Compares large files line by line if an exact comparison would take too long.
        diffConfig: { scanLimit: 2000, timeout: 500 },
      }),
      yaml(),
      appearance,
      // Without wrapping, two lines that differ beyond the right edge would look the same.
      EditorView.lineWrapping,
    ],
  });
}
