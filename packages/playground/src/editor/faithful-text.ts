import { EditorState, type Extension } from "@codemirror/state";
import { highlightSpecialChars } from "@codemirror/view";

/**
 * Keeps a file as it is, with its carriage returns, so that an offset in the editor is one in the file. They are
 * not shown.
 */
export const faithfulText: Extension = [
  EditorState.lineSeparator.of("\n"),
  highlightSpecialChars({
    render: (code, description, placeholder) => {
      const shown = document.createElement("span");
      if (code === 13 || code === 0xfeff) return shown;
      shown.className = "cm-specialChar";
      shown.title = description ?? "";
      shown.textContent = placeholder;
      return shown;
    },
  }),
];
