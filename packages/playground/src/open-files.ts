import { slotOfText, type Slot } from "./analysis/slots.js";
import { textOf } from "./editor/create-editor.js";
import type { Documents } from "./editor/documents.js";
import { fileNames, type FileNames } from "./page/file-names.js";
import type { SharedFile } from "./page/share-link.js";

/** The texts with their names. */
export interface OpenFiles {
  names(): FileNames;
  /** All texts, to see whether they are still the same. */
  readonly state: () => string;
  /** Whether they are an example that nobody has changed. */
  readonly isExample: () => boolean;
  /** Says whether what is there now is an example. */
  readonly markExample: (isExample: boolean) => void;
  /** Puts a file where what it is belongs, and in the place of an example. */
  readonly put: (name: string, text: string) => void;
  /** Puts files in the place of all that is there; the first is shown. */
  readonly putAll: (files: readonly SharedFile[]) => void;
  /** All that is there, the one that is shown first, without the names that the user's files have. */
  shared(): readonly SharedFile[];
  readonly shown: () => SharedFile;
}

export function openFiles(documents: Documents): OpenFiles {
  let names = fileNames();
  let example: string | undefined;
  const state = (): string => JSON.stringify(documents.texts());
  const isExample = (): boolean => state() === example;

  function replace(slot: Slot, name: string, text: string): void {
    names = names.with(slot, name);
    documents.replace(slot, text);
    documents.view.dispatch({ selection: { anchor: 0 }, scrollIntoView: true });
  }

  return {
    names: () => names,
    state,
    isExample,
    markExample(isOne) {
      example = isOne ? state() : undefined;
    },
    put(name, text) {
      const slot = slotOfText(text) ?? names.slotOf(name) ?? documents.shown();
      if (isExample()) documents.clearOthers(slot);
      replace(slot, name, text);
    },
    putAll(files) {
      const placed = fileNames().place(files);
      const [first] = placed;
      documents.clearOthers(first?.slot ?? "lock");
      if (!first) replace("lock", "", "");
      for (const { slot, name, text } of placed.toReversed()) replace(slot, name, text);
    },
    shared() {
      const shown = documents.shown();
      const texts = documents.texts().filter(({ slot, text }) => slot === shown || text !== "");
      const others = texts.filter(({ slot }) => slot !== shown);
      return [...texts.filter(({ slot }) => slot === shown), ...others].map(({ slot, text }) => ({
        name: fileNames().nameOf(slot),
        text,
      }));
    },
    shown: () => ({ name: names.nameOf(documents.shown()), text: textOf(documents.view) }),
  };
}
