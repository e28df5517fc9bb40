import type { Processor } from "@eslint/core";
import { mayRunCodex } from "@gh-aw-lint/core";
import { collectData, withData } from "./message-data.js";
import { meta } from "./meta.js";

/**
 * Passes a file's own text on, so that positions, fixes, the cache and disable comments stay ESLint's own.
 * A file in which nothing can run Codex costs a string search and is not parsed.
 */
export const lockFileProcessor: Processor<string> = {
  meta: { name: `${meta.namespace}/lock-file`, version: meta.version },
  supportsAutofix: true,
  preprocess: (text) => {
    collectData();
    return mayRunCodex(text) ? [text] : [];
  },
  postprocess: (messages) => withData(messages.flat()),
};
