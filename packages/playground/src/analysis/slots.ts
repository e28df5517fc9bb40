import { findFrontMatter, looksLikeLog, looksLikeWorkflow, readLog } from "@gh-aw-lint/core";

/** The role of a text: the lock file, its source, the log of a run, or the path of a file that sources import. */
export type Slot = "lock" | "source" | "log" | `${string}.md`;

/** The texts that belong together. */
export interface SlotText {
  readonly slot: Slot;
  readonly text: string;
}

/** The role that the kind of a text requires; `undefined`: any role. */
export function slotOfText(text: string): "lock" | "source" | "log" | undefined {
  if (typeof findFrontMatter(text) === "object") return "source";
  if (looksLikeWorkflow(text)) return "lock";
  return looksLikeLog(text) || readLog(text).symptoms.length > 0 ? "log" : undefined;
}

const folder = "/.github/workflows/";

/** The path of a text; a log has none. */
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
