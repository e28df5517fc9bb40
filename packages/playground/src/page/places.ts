import type { Span } from "@gh-aw-lint/core";
import { button } from "./element.js";

/** What a panel needs to lead into the editor. */
export interface Places {
  /** From 1. */
  lineAt(offset: number): number;
  jump(span: Span): void;
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
