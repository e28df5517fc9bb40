import { yaml } from "@codemirror/lang-yaml";
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Text } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { appearance } from "./appearance.js";
import { faithfulText } from "./faithful-text.js";

/** Shows what a fix changes, as one text with the lines that go and those that come. */
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
        // Large files are compared line by line where an exact comparison would take too long.
        diffConfig: { scanLimit: 2000, timeout: 500 },
      }),
      yaml(),
      appearance,
      // Without wrapping, two lines that differ beyond the right edge would look the same.
      EditorView.lineWrapping,
    ],
  });
}
