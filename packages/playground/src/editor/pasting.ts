import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

/**
 * Asks `pasted` first what becomes of a text that is pasted: the editor inserts it unless that returns true. `isWhole`
 * tells whether all that the editor holds would go.
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
