import type { Span } from "@gh-aw-lint/core";
import { button } from "./element.js";

/** A place, and what it is about if that stands on a later line. */
export interface Place extends Span {
  readonly related?: Span | undefined;
}

/** What a panel needs to lead into the editor. */
export interface Places {
  /** From 1. */
  lineAt(offset: number): number;
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
