import type { Processor } from "@eslint/core";
import { findFrontMatter, needsParsing, readStoredHashes } from "@gh-aw-lint/core";
import { collectData, withData } from "./message-data.js";
import { meta } from "./meta.js";

/** A workflow that cannot run Codex and has no source to compare needs no further work. */
export const lockFileProcessor: Processor<string> = processor(
  "lock-file",
  (text) => needsParsing(text) || readStoredHashes(text) !== undefined,
);

/** Markdown without front matter is not a source. */
export const sourceProcessor: Processor<string> = processor(
  "source",
  (text) => typeof findFrontMatter(text) === "object",
);

/** Passes the text on unchanged, so that ESLint handles locations, fixes, the cache and disable comments. */
function processor(name: string, needsLinting: (text: string) => boolean): Processor<string> {
  return {
    meta: { name: `${meta.namespace}/${name}`, version: meta.version },
    supportsAutofix: true,
    preprocess: (text) => {
      collectData();
      return needsLinting(text) ? [text] : [];
    },
    postprocess: (messages) => withData(messages.flat()),
  };
}
