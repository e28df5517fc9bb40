import type { Processor } from "@eslint/core";
import { findFrontMatter, looksLikeWorkflow, mayRunCodex, readStoredHashes } from "@gh-aw-lint/core";
import { collectData, withData } from "./message-data.js";
import { meta } from "./meta.js";

/** A workflow in which nothing can run Codex, and whose source cannot have changed, is not looked at further. */
export const lockFileProcessor: Processor<string> = processor(
  "lock-file",
  (text) => mayRunCodex(text) || !looksLikeWorkflow(text) || readStoredHashes(text) !== undefined,
);

/** Markdown without front matter is no source. */
export const sourceProcessor: Processor<string> = processor(
  "source",
  (text) => typeof findFrontMatter(text) === "object",
);

/** Passes a file's own text on, so that positions, fixes, the cache and disable comments stay ESLint's own. */
function processor(name: string, isWorthLooking: (text: string) => boolean): Processor<string> {
  return {
    meta: { name: `${meta.namespace}/${name}`, version: meta.version },
    supportsAutofix: true,
    preprocess: (text) => {
      collectData();
      return isWorthLooking(text) ? [text] : [];
    },
    postprocess: (messages) => withData(messages.flat()),
  };
}
