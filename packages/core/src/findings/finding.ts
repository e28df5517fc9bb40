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

/** The rule that reports each outcome. */
export const ruleOfOutcome: Readonly<Record<FindingOutcome, RuleId>> = {
  direct: "codex-websocket-401",
  undetermined: "codex-undetermined",
  websocket: "codex-proxy-websocket",
  refused: "codex-config-refused",
  missingKey: "codex-env-key",
  wrongAddress: "codex-proxy-address",
};

/** A problem of one Codex run. */
export type Finding = {
  [Outcome in FindingOutcome]: FindingOf<Outcome>;
}[FindingOutcome];

/** A finding with one outcome. */
export interface FindingOf<Outcome extends FindingOutcome> extends Notice<FindingKinds[Outcome]> {
  readonly outcome: Outcome;
  /**
   * The data of the message: always `job`, `codex` (the version, or `latest`) and `remedy` (what to do); depending on
   * the kind also `table`, `provider`, `baseUrl`, `cause` and others; `codexError`, Codex's own error message, if it
   * stops; `compiler`, the gh-aw version that compiles the file without the fault, if there is one.
   */
  readonly data: Readonly<Record<string, string>>;
}

/** A report of a rule about a file. */
export interface Notice<Kind extends string = string> {
  /** The rule's id without a prefix: `codex-websocket-401`. */
  readonly ruleId: RuleId;
  readonly severity: Severity;
  /** The id of the message, unique within the rule. */
  readonly kind: Kind;
  /** The problem, its effect and the remedy, in two sentences or more. */
  readonly message: string;
  /** The span to report: offsets in the file, on one line. A disable comment can be inserted above that line. */
  readonly span: Span;
  /** The exact location, if it is on a later line than `span`. */
  readonly related?: Span | undefined;
  /** The data of the message: always `remedy`, what to do. */
  readonly data: MessageData;
  /** Edits of the file that certainly fix the problem; `undefined` if there are none. */
  readonly fix: readonly TextEdit[] | undefined;
  /** Alternative edits that a user has to choose from; empty if there is a fix. */
  readonly suggestions: readonly Suggestion[];
}

/** Edits that a user may choose. */
export interface Suggestion {
  /** What it does, as a sentence. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The fields that follow from the rule, the kind and the data. */
type Derived = "ruleId" | "severity" | "message";

/** Completes a notice with its rule, severity and message. */
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

/** `edits`, unless they make a run worse, or fixes are not tried in this file. */
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
