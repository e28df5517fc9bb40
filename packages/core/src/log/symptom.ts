/** A message of Codex, AWF, gh-aw or npm in the log of a failed run. */
export interface Symptom {
  readonly kind: SymptomKind;
  /** Rules whose findings may explain it, without the plugin's name; the likeliest first. */
  readonly rules: readonly string[];
  /** Its meaning, as a sentence. */
  readonly meaning: string;
  /** What to do if no finding explains it, as a sentence. */
  readonly remedy: string;
}

/** The kinds of symptoms. */
export type SymptomKind =
  | "direct"
  | "refused"
  | "missingKey"
  | "missingCredentials"
  | "noOpenAiKey"
  | "unreachable"
  | "unusableAddress"
  | "unknownVersion"
  | "staleLock"
  | "modelsFetch"
  | "websocket";
