/** What Codex, AWF, gh-aw or npm says when such a run fails. */
export interface Symptom {
  readonly kind: SymptomKind;
  /** Rules whose findings explain it, without the plugin's name; the likeliest first. */
  readonly rules: readonly string[];
  /** What it means, as a sentence. */
  readonly meaning: string;
  /** What to do where no finding explains it, as a sentence. */
  readonly remedy: string;
}

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
