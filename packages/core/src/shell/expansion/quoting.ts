import type { Encode } from "../../text/index.js";

/** The kind of quotes around a part of a script, which decides what a backslash does there. */
export type Quoting =
  "unquoted" | "single-quoted" | "double-quoted" | "here-document" | "quoted here-document";

interface QuotingRules {
  /** The characters that a backslash escapes; `undefined` for all. */
  readonly escapable: string | undefined;
  /** Encodes a text so that the shell reads it back unchanged. */
  readonly encode: Encode;
}

/** The rules of each kind of quotes. */
export const QUOTING: Readonly<Record<Quoting, QuotingRules>> = {
  unquoted: {
    escapable: undefined,
    // Characters that the shell could read as syntax are not allowed in an unquoted word.
    encode: (text) => (/^[\w@%+=:,./-]*$/.test(text) ? text : undefined),
  },
  "single-quoted": { escapable: "", encode: (text) => text.replaceAll("'", "'\\''") },
  "double-quoted": { escapable: '$`"\\\n', encode: (text) => text.replace(/[$`"\\]/g, "\\$&") },
  "here-document": { escapable: "$`\\\n", encode: (text) => text.replace(/[$`\\]/g, "\\$&") },
  "quoted here-document": { escapable: "", encode: (text) => text },
};
