import type { DiagnoseOptions, FindingKinds, FindingOutcome } from "../faults/index.js";
import {
  type MessageData,
  type MessageId,
  messageOf,
  type RuleId,
  type Severity,
  severityOf,
} from "../messages/index.js";
import type { Span, TextEdit } from "../text/index.js";
import { judgeWorkflow, makesAnyRunWorse, whyUntried } from "../verdict/index.js";
import { editedWorkflow, type Workflow } from "../workflow/index.js";

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

/** What a rule has to say about a file. */
export interface Notice<Kind extends string = string> {
  /** The rule's id without a prefix: `codex-websocket-401`. */
  readonly ruleId: RuleId;
  readonly severity: Severity;
  /** The message's id, one of the rule's. */
  readonly kind: Kind;
  /** What is wrong, what happens and what to do, as two sentences or more. */
  readonly message: string;
  /** The line to look at: offsets in the file, on one line, above which a disable comment can stand. */
  readonly span: Span;
  /** What exactly it is about, if that stands on a later line than `span`. */
  readonly related?: Span | undefined;
  /** What the message names: always `remedy`, what to do. */
  readonly data: MessageData;
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

/** What follows from the rule and the data. */
type Derived = "ruleId" | "severity" | "message";

/** A notice with its message. */
export function createNotice<Rule extends RuleId, Kind extends MessageId<Rule>>(
  ruleId: Rule,
  notice: Omit<Notice<Kind>, Derived>,
): Notice<Kind> {
  return {
    ruleId,
    severity: severityOf(ruleId),
    message: messageOf(ruleId, notice.kind, notice.data),
    ...notice,
  };
}

/** `edits`, unless a run of the fixed file is worse than it was. */
export function ifNoRunIsWorse(
  workflow: Workflow,
  edits: readonly TextEdit[] | undefined,
  options: DiagnoseOptions,
): readonly TextEdit[] | undefined {
  if (!edits || whyUntried(workflow) !== undefined) return undefined;
  const fixed = editedWorkflow(workflow, edits);
  const isWorse = makesAnyRunWorse(judgeWorkflow(workflow, options), judgeWorkflow(fixed, options), options);
  return isWorse ? undefined : edits;
}
