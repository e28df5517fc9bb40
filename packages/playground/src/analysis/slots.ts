import { findFrontMatter, looksLikeLog, looksLikeWorkflow, readLog } from "@gh-aw-lint/core";

/** What a text is for: the lock file, its source, the log of a run, or else a file that sources import, by its path. */
export type Slot = "lock" | "source" | "log" | `${string}.md`;

/** The texts that belong together. */
export interface SlotText {
  readonly slot: Slot;
  readonly text: string;
}

/** What a text must be for, whatever somebody took it for; `undefined`: it may be anything. */
export function slotOfText(text: string): "lock" | "source" | "log" | undefined {
  if (typeof findFrontMatter(text) === "object") return "source";
  if (looksLikeWorkflow(text)) return "lock";
  return looksLikeLog(text) || readLog(text).symptoms.length > 0 ? "log" : undefined;
}

const folder = "/.github/workflows/";

/** Where a text is taken to stand; a log stands nowhere. */
export function pathOf(slot: Slot, name: string): string {
  switch (slot) {
    case "lock":
      return `${folder}${name}.lock.yml`;
    case "source":
      return `${folder}${name}.md`;
    default:
      return folder + slot;
  }
}
