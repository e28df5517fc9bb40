import { EditorView } from "@codemirror/view";
import type { EditorState } from "@codemirror/state";
import type { Slot, SlotText } from "../analysis/slots.js";
import { createState, replaceText, textOf, type EditedText, type EditorListener } from "./create-editor.js";

/** The related texts, one of which is in the editor. */
export interface Documents {
  readonly view: EditorView;
  shown(): Slot;
  readonly show: (slot: Slot) => void;
  readonly text: (slot: Slot) => string;
  /** All texts, in the order of the tabs. */
  texts(): readonly SlotText[];
  /** Shows a text and replaces its content. */
  replace(slot: Slot, text: string): void;
  /** Shows one text, empties all others, and removes files that only sources import. */
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
    "Paste or drop the Markdown source of the lock file, to see whether the lock file is outdated and which fix lasts.",
  isYaml: false,
};

const LOG: EditedText = {
  label: "Log",
  placeholder:
    "Paste or drop the log of a failed run (gh run view RUN --log-failed), to see the finding that explains the failure.",
  isYaml: false,
};

/** The texts that always exist, in the order of the tabs. */
const fixedSlots: readonly Slot[] = ["lock", "source", "log"];

/** Creates the editor in `parent`, with an empty text in each tab. */
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
