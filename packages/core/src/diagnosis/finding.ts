import type { Span, TextEdit } from "../text/index.js";

/** Why Codex bypasses AWF's API proxy, or may do so. */
export type FindingKind =
  "noProvider" | "misplacedSelection" | "notSelected" | "baseUrlMissing" | "baseUrlDirect" | "undetermined";

/** One Codex run that goes to api.openai.com instead of AWF's API proxy, and fails there with 401. */
export interface Finding {
  readonly kind: FindingKind;
  /** The place to look at: offsets in the file, on one line. */
  readonly span: Span;
  /**
   * What a message names: always `job`, `codex` (the version, or `latest`) and `remedy` (a sentence that
   * says what to do); by kind also `table`, `provider`, `baseUrl` and `cause`.
   */
  readonly data: Readonly<Record<string, string>>;
  /** Edits of the file that make this run reach the proxy; `undefined` where none is sure to. */
  readonly fix: readonly TextEdit[] | undefined;
  /** Edits that do so too, between which a person has to choose; empty where there is a fix. */
  readonly suggestions: readonly Suggestion[];
}

export interface Suggestion {
  /** What it does, as a sentence. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}
