import type { RuleId } from "./message-ids.js";

/** `error`: a run fails. `warning`: the run works today. */
export type Severity = "error" | "warning";

/** The properties of a rule. */
export interface RuleInfo {
  readonly severity: Severity;
  /** Whether `recommended` enables it; the others are only in `strict`. */
  readonly recommended: boolean;
  /** Whether it also reads the Markdown sources of lock files. */
  readonly readsSources: boolean;
}

/** The properties of each rule of `RuleId`. */
export const ruleInfos: Readonly<Record<RuleId, RuleInfo>> = {
  "codex-config-refused": { severity: "error", recommended: true, readsSources: false },
  "codex-env-key": { severity: "error", recommended: true, readsSources: false },
  "codex-flag-before-exec": { severity: "warning", recommended: false, readsSources: false },
  "codex-misplaced-key": { severity: "error", recommended: false, readsSources: false },
  "codex-proxy-address": { severity: "error", recommended: true, readsSources: false },
  "codex-proxy-websocket": { severity: "warning", recommended: false, readsSources: false },
  "codex-source": { severity: "error", recommended: true, readsSources: true },
  "codex-undetermined": { severity: "warning", recommended: false, readsSources: false },
  "codex-unknown-version": { severity: "error", recommended: true, readsSources: false },
  "codex-unpinned": { severity: "warning", recommended: false, readsSources: false },
  "codex-websocket-401": { severity: "error", recommended: true, readsSources: false },
  "stale-compiler": { severity: "warning", recommended: false, readsSources: false },
  "stale-lock": { severity: "error", recommended: true, readsSources: true },
};

/** The names of these rules, in alphabetical order. */
export const ruleIds: readonly RuleId[] = Object.keys(ruleInfos).filter(isRuleId);

/** Whether core computes the findings of a rule of that name. */
export function isRuleId(name: string): name is RuleId {
  return Object.hasOwn(ruleInfos, name);
}

/** The severity of a rule's findings. */
export function severityOf(rule: RuleId): Severity {
  return ruleInfos[rule].severity;
}
