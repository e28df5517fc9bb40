import type { Encode } from "../../text/index.js";

/** Where characters of a script stand, which decides what a backslash does there. */
export type Quoting =
  "unquoted" | "single-quoted" | "double-quoted" | "here-document" | "quoted here-document";

interface QuotingRules {
  /** The characters that a backslash protects; `undefined`: all of them. */
  readonly escapable: string | undefined;
  /** Writes a text so that the shell reads it back as it is. */
  readonly encode: Encode;
}

export const QUOTING: Readonly<Record<Quoting, QuotingRules>> = {
  unquoted: {
    escapable: undefined,
    // A character that the shell could take for syntax is not put into an unquoted word.
    encode: (text) => (/^[\w@%+=:,./-]*$/.test(text) ? text : undefined),
  },
  "single-quoted": { escapable: "", encode: (text) => text.replaceAll("'", "'\\''") },
  "double-quoted": { escapable: '$`"\\\n', encode: (text) => text.replace(/[$`"\\]/g, "\\$&") },
  "here-document": { escapable: "$`\\\n", encode: (text) => text.replace(/[$`\\]/g, "\\$&") },
  "quoted here-document": { escapable: "", encode: (text) => text },
};
