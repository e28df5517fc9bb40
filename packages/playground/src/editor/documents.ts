import { EditorView } from "@codemirror/view";
import type { EditorState } from "@codemirror/state";
import type { Slot, SlotText } from "../analysis/slots.js";
import { createState, replaceText, textOf, type EditedText, type EditorListener } from "./create-editor.js";

/** The texts that belong together, one of which is in the editor. */
export interface Documents {
  readonly view: EditorView;
  shown(): Slot;
  readonly show: (slot: Slot) => void;
  readonly text: (slot: Slot) => string;
  /** All of them, in the order of the tabs. */
  texts(): readonly SlotText[];
  /** Shows a text, and puts another one in its place. */
  replace(slot: Slot, text: string): void;
  /** Empties all texts but one, which it shows, and forgets those that only sources import. */
  clearOthers(kept: Slot): void;
}

const LOCK_FILE: EditedText = {
  label: "Lock file",
  placeholder: "Paste or drop a lock file, its source or the log of a run, or choose an example.",
  isYaml: true,
};

const SOURCE: EditedText = {
  label: "Source",
  placeholder:
    "Paste or drop the Markdown that the lock file is compiled from: then what is out of date is found, and what lasts.",
  isYaml: false,
};

const LOG: EditedText = {
  label: "Log",
  placeholder:
    "Paste or drop the log of a run that failed (gh run view RUN --log-failed): then the finding that explains it is shown.",
  isYaml: false,
};

/** The texts of every page, in the order of the tabs. */
const fixedSlots: readonly Slot[] = ["lock", "source", "log"];

export function createDocuments(parent: HTMLElement, listener: EditorListener): Documents {
  const states = new Map<Slot, EditorState>(fixedSlots.map((slot) => [slot, stateOf(slot)]));
  let shown: Slot = "lock";
  const view = new EditorView({ parent, state: stateOf("lock") });

  function stateOf(slot: Slot): EditorState {
    return createState(edited(slot), listener);
  }

  function show(slot: Slot): void {
    if (slot === shown) return;
    states.set(shown, view.state);
    shown = slot;
    view.setState(states.get(slot) ?? stateOf(slot));
  }

  const text = (slot: Slot): string => {
    const state = slot === shown ? view.state : states.get(slot);
    return state ? textOf({ state }) : "";
  };

  return {
    view,
    shown: () => shown,
    show,
    text,
    texts: () => [...states.keys()].map((slot) => ({ slot, text: text(slot) })),
    replace(slot, text) {
      if (!states.has(slot)) states.set(slot, stateOf(slot));
      show(slot);
      replaceText(view, text);
    },
    clearOthers(kept) {
      for (const slot of states.keys()) {
        if (slot === kept) continue;
        if (isFixed(slot)) states.set(slot, stateOf(slot));
        else states.delete(slot);
      }
      if (shown === kept) return;
      shown = kept;
      view.setState(states.get(kept) ?? stateOf(kept));
    },
  };
}

function isFixed(slot: Slot): boolean {
  return fixedSlots.some((fixed) => fixed === slot);
}

function edited(slot: Slot): EditedText {
  switch (slot) {
    case "lock":
      return LOCK_FILE;
    case "source":
      return SOURCE;
    case "log":
      return LOG;
    default:
      return { label: slot, placeholder: "", isYaml: false };
  }
}
