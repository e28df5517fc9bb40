import type {
  AddressFault,
  DirectFault,
  EnvKeyProblem,
  RefusedFault,
  WebsocketFault,
} from "../faults/index.js";
import type { FindingOutcome } from "../faults/index.js";
import type { Span, TextEdit } from "../text/index.js";

/** Why Codex does not go through AWF's API proxy over plain HTTP, by what happens instead. */
export interface FindingKinds extends Record<FindingOutcome, string> {
  readonly direct: DirectFault["kind"];
  readonly undetermined: "undetermined";
  readonly websocket: WebsocketFault["reason"]["kind"];
  readonly refused: Exclude<RefusedFault["reason"]["kind"], "missingEnvironmentVariable" | "unusableBaseUrl">;
  readonly keyless: EnvKeyProblem;
  readonly misaddressed: "unusableBaseUrl" | AddressFault["reason"]["kind"];
}

/** What is wrong with one Codex run. */
export type Finding = {
  [Outcome in FindingOutcome]: FindingOf<Outcome>;
}[FindingOutcome];

export interface FindingOf<Outcome extends FindingOutcome> {
  readonly outcome: Outcome;
  readonly kind: FindingKinds[Outcome];
  /** The line to look at: offsets in the file, on one line, above which a disable comment can stand. */
  readonly span: Span;
  /** What exactly it is about, if that stands on a later line than `span`. */
  readonly related?: Span | undefined;
  /**
   * What a message names: always `job`, `codex` (the version, or `latest`) and `remedy` (a sentence that
   * says what to do); by kind also `table`, `provider`, `baseUrl`, `cause` and the like; `codexError`
   * where Codex stops, in its own words; `compiler`, the gh-aw version that compiles the file without the fault,
   * where one does.
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
