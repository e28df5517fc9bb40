import { checkOptions, type DiagnoseOptions } from "../faults/index.js";
import { createNotice, type Notice, type Suggestion } from "../findings/index.js";
import { type MessageId, remedyOf } from "../messages/index.js";
import { lineNumber, type Span, type TextEdit } from "../text/index.js";
import { entry } from "../yaml/index.js";
import { type DurableFix, durableFixOf } from "./durable-fix.js";
import { codexEngineIn, findCodexEngine } from "./engine.js";
import { readFrontMatter } from "./front-matter.js";
import { readLock, type ReadLock } from "./lock-file.js";
import { lockPathOf, shownPath, workflowName } from "./paths.js";
import type { ChangedFile } from "./repository.js";
import type { SourceFile } from "./source-hash.js";
import { usersOf } from "./source-users.js";

/** `importedEngine`: the source imports its `engine` from another file, which has to be changed. */
export type CodexSourceKind = MessageId<"codex-source">;

/** A source whose lock file has a Codex run that bypasses AWF's API proxy. */
interface BrokenSource {
  readonly source: SourceFile;
  readonly lockPath: string;
  readonly lock: ReadLock;
}

/**
 * Reports a file if a lock file compiled from it has a Codex run that bypasses AWF's API proxy: at the `engine` of a
 * source or of an imported file, or at the imports of a source that imports its engine. Suggests a change that lasts.
 *
 * @throws {RangeError} for an invalid option
 */
export function codexSource(
  file: SourceFile,
  options: DiagnoseOptions = {},
): Notice<CodexSourceKind> | undefined {
  checkOptions(options);
  const own = codexEngineIn(file.text);
  if (own) {
    // A file with its own trigger is not part of other workflows.
    const entries = readFrontMatter(file.text)?.entries ?? [];
    const users = entry(entries, "on") ? [file] : usersOf(file);
    const broken = users.flatMap((user) => brokenSource(user, options));
    return describe("compiledBypass", own.span, file, broken, fixOf(file, users, broken, options));
  }
  const broken = brokenSource(file, options);
  const imported = broken.length > 0 ? findCodexEngine(file) : undefined;
  const imports = entry(readFrontMatter(file.text)?.entries ?? [], "imports");
  return imported && imports && describe("importedEngine", imports.keySpan, imported, broken, undefined);
}

/** The fix that changes only this file and its lock files, if there is one. */
function fixOf(
  file: SourceFile,
  users: readonly SourceFile[],
  [first]: readonly BrokenSource[],
  options: DiagnoseOptions,
): DurableFix | undefined {
  return first && durableFixOf(first.source, options, ({ path }) => (path === file.path ? users : []));
}

function describe(
  kind: CodexSourceKind,
  span: Span,
  engine: { readonly path: string },
  broken: readonly BrokenSource[],
  fix: DurableFix | undefined,
): Notice<CodexSourceKind> | undefined {
  const [first] = broken;
  const [run] = first?.lock.bypassing ?? [];
  if (!first || !run) return undefined;
  const [changed, ...others] = fix?.sources ?? [];
  const compile = broken.length === 1 ? `gh aw compile ${workflowName(first.source.path)}` : "gh aw compile";
  return createNotice("codex-source", {
    kind,
    span,
    data: {
      runs: namesOf(broken),
      codex: run.finding.data.codex ?? "",
      engine: shownPath(engine.path),
      remedy: fix
        ? remedyOf("codex-source", kind, { command: fixCommand(fix) }, "fixable")
        : remedyOf("codex-source", kind, {}, "recompile"),
    },
    fix: undefined,
    suggestions:
      fix && changed?.path === engine.path && others.length === 0 ? [suggestion(changed, fix, compile)] : [],
  });
}

function fixCommand(fix: DurableFix): string {
  return `Or run \`gh-aw-lint --fix --sources\`, which sets ${settingsOf(fix)} in the source, so that it lasts, and updates the lock file.`;
}

function brokenSource(source: SourceFile, options: DiagnoseOptions): BrokenSource[] {
  const lockPath = lockPathOf(source.path);
  const text = source.repository.read(lockPath);
  const lock = text === undefined ? undefined : readLock(text, options);
  return lock && lock.bypassing.length > 0 ? [{ source, lockPath, lock }] : [];
}

/** The jobs, each with its lock file and line; of many, only the first ones. */
function namesOf(broken: readonly BrokenSource[]): string {
  const names = broken.flatMap(({ lock, lockPath }) =>
    lock.bypassing.map(
      ({ finding }) =>
        `job \`${finding.data.job ?? ""}\` of \`${shownPath(lockPath)}\` (line ${lineNumber(lock.workflow.text, (finding.related ?? finding.span).start)})`,
    ),
  );
  const shown = names.slice(0, MAX_SHOWN);
  const others = names.length - shown.length;
  return inWords(others > 0 ? [...shown, `${others} more`] : shown);
}

function inWords(items: readonly string[]): string {
  const last = items.slice(-2).join(items.length > 2 ? ", and " : " and ");
  return [...items.slice(0, -2), last].join(", ");
}

const MAX_SHOWN = 5;

/** The change of only the source, with a title that says what else to do. */
function suggestion({ before, text }: ChangedFile, fix: DurableFix, compile: string): Suggestion {
  return {
    title: `Set ${settingsOf(fix)}, then run \`${compile}\` to update the lock file. (\`gh-aw-lint --fix --sources\` changes both.)`,
    edits: [editBetween(before, text)],
  };
}

function settingsOf({ settings }: DurableFix): string {
  return settings.map((setting) => `\`${setting}\``).join(" and ");
}

/** The single edit that changes one text to another. */
function editBetween(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
