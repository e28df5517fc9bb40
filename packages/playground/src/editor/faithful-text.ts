import { EditorState, type Extension } from "@codemirror/state";
import { highlightSpecialChars } from "@codemirror/view";

/**
 * Keeps a file unchanged, including carriage returns, so that offsets in the editor are offsets in the file. Does not show
 * them.
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
