import type { Span } from "@gh-aw-lint/core";
import type { Slot } from "../analysis/slots.js";
import { button } from "./element.js";

/** A location, and its cause if that is on a later line. */
export interface Place extends Span {
  /** The text that contains it. Default: the lock file. */
  readonly slot?: Slot;
  readonly related?: Span | undefined;
}

/** The functions that a panel needs for links into the editor. */
export interface Places {
  /** From 1. */
  lineAt(offset: number, slot?: Slot): number;
  /** Shows a location, and its cause if that is elsewhere. */
  jump(place: Place): void;
}

/** A link such as "Line 22". */
export function lineLink({ start, end }: Span, places: Places): HTMLButtonElement {
  return button(
    { class: "link" },
    () => {
      places.jump({ start, end });
    },
    `line ${places.lineAt(start)}`,
  );
}
