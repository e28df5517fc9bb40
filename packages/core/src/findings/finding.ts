import type { FindingOutcome } from "../faults/index.js";
import type { Notice } from "./notice.js";
import type { FindingKinds, RuleId } from "./message-ids.js";

/** The rule that reports what happens. */
export const ruleOfOutcome: Readonly<Record<FindingOutcome, RuleId>> = {
  direct: "codex-websocket-401",
  undetermined: "codex-undetermined",
  websocket: "codex-proxy-websocket",
  refused: "codex-config-refused",
  missingKey: "codex-env-key",
  wrongAddress: "codex-proxy-address",
};

/** What is wrong with one Codex run. */
export type Finding = {
  [Outcome in FindingOutcome]: FindingOf<Outcome>;
}[FindingOutcome];

export interface FindingOf<Outcome extends FindingOutcome> extends Notice<FindingKinds[Outcome]> {
  readonly outcome: Outcome;
  /**
   * What a message names: always `job`, `codex` (the version, or `latest`) and `remedy` (a sentence that
   * says what to do); by kind also `table`, `provider`, `baseUrl`, `cause` and the like; `codexError`
   * where Codex stops, in its own words; `compiler`, the gh-aw version that compiles the file without the fault,
   * where one does.
   */
  readonly data: Readonly<Record<string, string>>;
}
