import type { Span } from "@gh-aw-lint/core";
import type { Slot } from "../analysis/slots.js";
import { button } from "./element.js";

/** A place, and what it is about if that stands on a later line. */
export interface Place extends Span {
  /** The text it is in; the lock file if it is left out. */
  readonly slot?: Slot;
  readonly related?: Span | undefined;
}

/** What a panel needs to lead into the editor. */
export interface Places {
  /** From 1. */
  lineAt(offset: number, slot?: Slot): number;
  /** Shows a place, with what it is about where that stands elsewhere. */
  jump(place: Place): void;
}

/** "Line 22", which leads there. */
export function lineLink({ start, end }: Span, places: Places): HTMLButtonElement {
  return button(
    { class: "link" },
    () => {
      places.jump({ start, end });
    },
    `line ${places.lineAt(start)}`,
  );
}
