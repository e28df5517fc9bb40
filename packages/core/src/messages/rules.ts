import type { RuleId } from "./message-ids.js";

/** `error`: a run fails. `warning`: it works today. */
export type Severity = "error" | "warning";

export interface RuleInfo {
  readonly severity: Severity;
  /** Whether it finds what makes a run fail: the others are on in `strict` alone. */
  readonly recommended: boolean;
  /** Whether it reads the Markdown that lock files are compiled from, too. */
  readonly readsSources: boolean;
}

/** The rules whose findings core knows: those of the plugin but for what concerns ESLint's own comments. */
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

/** Their names, in alphabetical order. */
export const ruleIds: readonly RuleId[] = Object.keys(ruleInfos).filter(isRuleId);

export function isRuleId(name: string): name is RuleId {
  return Object.hasOwn(ruleInfos, name);
}

export function severityOf(rule: RuleId): Severity {
  return ruleInfos[rule].severity;
}
