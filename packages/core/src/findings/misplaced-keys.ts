import {
  type AssembledConfig,
  checkOptions,
  type DiagnoseOptions,
  findUnreadKeys,
  type UnreadKey,
} from "../faults/index.js";
import { moveToRoot, removeKey, renameKey } from "../fix/index.js";
import { type MessageId, remedyOf } from "../messages/index.js";
import { spanInFile, type TextEdit } from "../text/index.js";
import { type JudgedRun, judgeWorkflow } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { runData } from "./fault-data.js";
import { createNotice, ifNoRunIsWorse, type Notice } from "./finding.js";
import { reportAt } from "./report-location.js";

/** The message ids of the rule `codex-misplaced-key`. */
export type MisplacedKeyKind = MessageId<"codex-misplaced-key">;

/**
 * The keys of a workflow's Codex configurations that have no effect in their place or with their spelling.
 *
 * @throws {RangeError} for an invalid option
 */
export function misplacedKeys(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<MisplacedKeyKind>[] {
  checkOptions(options);
  return judgeWorkflow(workflow, options).flatMap(({ run, verdict }) => {
    if (verdict.kind !== "judged" || !verdict.judgement.config) return [];
    const { config, outcome } = verdict.judgement;
    // A configuration that Codex rejects has to be fixed first: until then, no edit changes the outcome.
    const keep: KeepEdits = (edits) =>
      outcome === "refused" ? undefined : ifNoRunIsWorse(workflow, edits, options);
    return findUnreadKeys(config.text.text, verdict.judgement, run.codexVersion).map((unread) =>
      describe(workflow, run, config, unread, keep),
    );
  });
}

/** Returns the edits if they may be offered, otherwise `undefined`. */
type KeepEdits = (edits: readonly TextEdit[] | undefined) => readonly TextEdit[] | undefined;

function describe(
  workflow: Workflow,
  run: JudgedRun["run"],
  config: AssembledConfig,
  unread: UnreadKey,
  keep: KeepEdits,
): Notice<MisplacedKeyKind> {
  const { kind, key, name } = unread;
  const location = spanInFile(config.text, key.key.start, key.key.end);
  const data = { ...runData(run), key: name, table: key.path.slice(0, -1).join(".") };
  if (unread.kind === "misplacedKey") {
    const { isAtRoot } = unread;
    const remedy = remedyOf("codex-misplaced-key", kind, data, isAtRoot ? "remove" : "move");
    const removal = isAtRoot ? keep(removeKey(config.text, key)) : undefined;
    return createNotice("codex-misplaced-key", {
      kind,
      ...reportAt(workflow, location, { ...data, remedy }),
      fix: isAtRoot ? undefined : keep(moveToRoot(config.text, key)),
      suggestions: removal ? [{ title: `Remove \`${name}\` from \`[${data.table}]\`.`, edits: removal }] : [],
    });
  }
  const { spelling } = unread;
  const edits = keep(renameKey(config.text, key, spelling));
  const title = `Rename \`${name}\` to \`${spelling}\`.`;
  const remedy = remedyOf("codex-misplaced-key", kind, { spelling });
  return createNotice("codex-misplaced-key", {
    kind,
    ...reportAt(workflow, location, { ...data, spelling, remedy }),
    fix: undefined,
    suggestions: edits ? [{ title, edits }] : [],
  });
}
