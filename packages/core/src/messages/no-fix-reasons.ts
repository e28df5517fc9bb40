import { MAX_RUNS } from "../verdict/index.js";

/** Why a finding that could have a fix has none; `noFixReasons` has the sentences. */
export type NoFixReason =
  "tooManyRuns" | "missingKey" | "lostKey" | "breaksAnotherRun" | "notEnough" | NoLocation;

/** No text of the file can be edited; `notWritten` and `otherWriter`: because no step of it writes config.toml. */
export type NoLocation = "noLocation" | "notWritten" | "otherWriter";

/** The sentence for each reason. */
export const noFixReasons: Readonly<Record<NoFixReason, string>> = {
  tooManyRuns: `This file has more than ${MAX_RUNS} Codex runs, so no fix is offered.`,
  missingKey:
    "No fix is offered because AWF has no `{{credential}}` for its API proxy: set it in the step's `env`.",
  lostKey:
    "No fix is offered because AWF has no `{{credential}}` for its API proxy: set it in the step's `env`, and start AWF with `sudo -E`.",
  breaksAnotherRun: "A fix would break another Codex run of this file.",
  notEnough: "No known edit of this file makes the run reach AWF's API proxy.",
  noLocation: "No text of this lock file can be edited to fix this.",
  notWritten: "No step of this job writes `{{path}}`.",
  otherWriter: "`{{path}}` is written by {{writer}}, not by this lock file.",
};
