import { slotOfText, type Slot } from "./analysis/slots.js";
import { textOf } from "./editor/create-editor.js";
import type { Documents } from "./editor/documents.js";
import { fileNames, type FileNames } from "./page/file-names.js";
import type { SharedFile } from "./page/share-link.js";

/** The texts with their names. */
export interface OpenFiles {
  names(): FileNames;
  /** All texts, to detect changes. */
  readonly state: () => string;
  /** Whether they are an unchanged example. */
  readonly isExample: () => boolean;
  /** Sets whether the current texts are an example. */
  readonly markExample: (isExample: boolean) => void;
  /** Puts a file into the tab for its kind; replaces an example. */
  readonly put: (name: string, text: string) => void;
  /** Replaces all texts with files, and shows the first. */
  readonly putAll: (files: readonly SharedFile[]) => void;
  /** All texts, the shown one first, without the names of the user's files. */
  shared(): readonly SharedFile[];
  readonly shown: () => SharedFile;
}

/** Follows which files or examples the texts come from. */
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
