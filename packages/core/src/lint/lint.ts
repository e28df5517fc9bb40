import { checkOptions, type DiagnoseOptions, type FindingOutcome } from "../faults/index.js";
import {
  diagnoseWorkflow,
  forgottenFlags,
  hiddenStarts,
  misplacedKeys,
  type Notice,
  staleCompiler,
  uninstallableVersions,
  unpinnedInstalls,
} from "../findings/index.js";
import { type MessageId, type RuleId, ruleIds } from "../messages/index.js";
import { mayRunCodex, readWorkflow } from "../runs/index.js";
import {
  codexSource,
  noFiles,
  type RepositoryFiles,
  staleLock,
  staleLockOfSource,
} from "../sources/index.js";
import type { Workflow } from "../workflow/index.js";

/** A lock file or its Markdown source. */
export interface LintedFile {
  readonly text: string;
  /** Its model, if it was parsed already; `false` for a file that cannot run Codex. */
  readonly workflow?: Workflow | false;
  /** Its path for `repository`; by default that of a lock file. */
  readonly path?: string;
  /** Access to the files that `stale-lock` and `codex-source` compare it with; by default none. */
  readonly repository?: RepositoryFiles;
}

/** The options of users: all except `outcomes`, which each rule sets itself. */
export type LintOptions = Omit<DiagnoseOptions, "outcomes">;

/** A finding of a rule. Offsets are UTF-16 code units from 0. */
export type LintMessage = Omit<Notice, "kind"> & {
  /** The id of the message, unique within the rule. */
  readonly messageId: MessageId<RuleId>;
};

/**
 * The findings of all rules in a file, rule by rule, without ESLint: each message with its rule, severity and fix. The
 * rule for ESLint's comments, `misplaced-directive`, is in the plugin.
 *
 * @param text the text of a lock file or of its Markdown source
 * @param options the options of the rules, and the file's path and related files
 * @throws {RangeError} for an unknown or invalid option
 * @example
 * for (const { ruleId, message, span } of lint(text)) console.log(ruleId, span.start, message);
 */
export function lint(
  text: string,
  options: LintOptions & Pick<LintedFile, "path" | "repository"> = {},
): readonly LintMessage[] {
  const { path, repository, ...given } = options;
  checkOptions(given);
  const file: LintedFile = {
    text,
    workflow: mayRunCodex(text) && readWorkflow(text),
    ...(path !== undefined && { path }),
    ...(repository && { repository }),
  };
  return ruleIds.flatMap((rule) => lintRule(rule, file, given));
}

/**
 * The findings of one rule in a file.
 *
 * @throws {RangeError} for an unknown or invalid option
 */
export function lintRule(rule: RuleId, file: LintedFile, options: LintOptions = {}): readonly LintMessage[] {
  checkOptions(options);
  return withoutRepetition(find(rule, file, options)).map((notice) => ({
    ruleId: notice.ruleId,
    severity: notice.severity,
    messageId: notice.kind,
    message: notice.message,
    data: notice.data,
    span: notice.span,
    related: notice.related,
    fix: notice.fix,
    suggestions: notice.suggestions,
  }));
}

type FoundNotice = Notice<MessageId<RuleId>>;

function find(rule: RuleId, file: LintedFile, options: LintOptions): readonly FoundNotice[] {
  switch (rule) {
    case "codex-config-refused":
      return runs(file, options, ["refused"]);
    case "codex-env-key":
      return runs(file, options, ["missingKey"]);
    case "codex-proxy-address":
      return runs(file, options, ["wrongAddress"]);
    case "codex-undetermined":
      return [
        ...runs(file, options, ["undetermined"]),
        ...inWorkflow(file, (workflow) => hiddenStarts(workflow, options)),
      ];
    case "codex-proxy-websocket":
      return runs(file, options, ["websocket"]);
    case "codex-websocket-401":
      return runs(file, options, ["direct"]);
    case "codex-flag-before-exec":
      return inWorkflow(file, (workflow) => forgottenFlags(workflow, options));
    case "codex-misplaced-key":
      return inWorkflow(file, (workflow) => misplacedKeys(workflow, options));
    case "codex-unknown-version":
      return inWorkflow(file, (workflow) => uninstallableVersions(workflow, options));
    case "codex-unpinned":
      return inWorkflow(file, (workflow) => unpinnedInstalls(workflow, options));
    case "stale-compiler":
      return inWorkflow(file, (workflow) => listOf(staleCompiler(workflow, options)));
    case "codex-source":
      return isSource(file) ? listOf(codexSource(sourceOf(file), options)) : [];
    case "stale-lock": {
      const source = sourceOf(file);
      return listOf(
        isSource(file) ? staleLockOfSource(source) : staleLock(file.text, source.path, source.repository),
      );
    }
  }
}

function runs(
  file: LintedFile,
  options: LintOptions,
  outcomes: readonly FindingOutcome[],
): readonly FoundNotice[] {
  return inWorkflow(file, (workflow) => diagnoseWorkflow(workflow, { ...options, outcomes }));
}

function inWorkflow(
  { text, workflow = mayRunCodex(text) && readWorkflow(text) }: LintedFile,
  findIn: (workflow: Workflow) => readonly FoundNotice[],
): readonly FoundNotice[] {
  return workflow ? findIn(workflow) : [];
}

function isSource({ path }: LintedFile): boolean {
  return path?.endsWith(".md") === true;
}

function sourceOf({ path = "workflow.lock.yml", text, repository = noFiles }: LintedFile): {
  readonly path: string;
  readonly text: string;
  readonly repository: RepositoryFiles;
} {
  return { path, text, repository };
}

function listOf<Found>(found: Found | undefined): readonly Found[] {
  return found === undefined ? [] : [found];
}

/** Removes duplicates: two runs of a job may read the same faulty file. */
function withoutRepetition(notices: readonly FoundNotice[]): readonly FoundNotice[] {
  const keys = notices.map(({ kind, span, data }) => JSON.stringify([kind, span.start, data]));
  return notices.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
