import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

/**
 * Calls `pasted` before a text is pasted: the editor inserts the text unless `pasted` returns true. `isWhole` is whether
 * pasting would replace the whole content.
 */
export function pasting(pasted: (text: string, isWhole: boolean) => boolean): Extension {
  return EditorView.domEventHandlers({
    paste({ clipboardData }, { state: { doc, selection } }) {
      const text = clipboardData?.getData("text/plain") ?? "";
      const { from, to } = selection.main;
      return text !== "" && pasted(text, from === 0 && to === doc.length);
    },
  });
}
