import type { DiagnoseOptions } from "../faults/index.js";
import { RECOMPILE, type Notice, type Suggestion } from "../findings/index.js";
import type { Span, TextEdit } from "../text/index.js";
import { entry } from "../yaml/index.js";
import { readLock, type ReadLock } from "./bypassing-runs.js";
import type { ChangedFile } from "./changed-files.js";
import { durableFix, type DurableFix } from "./durable-fix.js";
import { codexEngineIn, findCodexEngine } from "./engine.js";
import { readFrontMatter } from "./front-matter-yaml.js";
import { lockPathOf, workflowName } from "./paths.js";
import { lineOf, shownPath } from "./shown-place.js";
import type { SourceFile } from "./source-hash.js";
import { usersOf } from "./source-users.js";

/** `importedEngine`: the source has its `engine` from another file, which is to be changed. */
export type CodexSourceKind = "compiledBypass" | "importedEngine";

/** A source whose lock file has a Codex run that goes around AWF's API proxy. */
interface BrokenSource {
  readonly source: SourceFile;
  readonly lockPath: string;
  readonly lock: ReadLock;
}

/**
 * What lasts, where a lock file that is compiled from a file has a Codex run that goes around AWF's API proxy: at the
 * `engine` of a source or of a file that sources import; at the imports of a source that has its engine from one.
 */
export function codexSource(
  file: SourceFile,
  options: DiagnoseOptions = {},
): Notice<CodexSourceKind> | undefined {
  const own = codexEngineIn(file.text);
  if (own) return describe("compiledBypass", own.span, usersOf(file), file, options);
  const imported = findCodexEngine(file);
  const imports = entry(readFrontMatter(file.text)?.entries ?? [], "imports");
  if (!imported || !imports) return undefined;
  return describe("importedEngine", imports.keySpan, [file], file, options, shownPath(imported.path));
}

function describe(
  kind: CodexSourceKind,
  span: Span,
  users: readonly SourceFile[],
  file: SourceFile,
  options: DiagnoseOptions,
  engineFile = shownPath(file.path),
): Notice<CodexSourceKind> | undefined {
  const broken = users.flatMap((source) => brokenSource(source, options));
  const [first] = broken;
  const [run] = first?.lock.bypassing ?? [];
  if (!first || !run) return undefined;
  const fix = durableFix(first.source, options);
  const compile = broken.length === 1 ? `gh aw compile ${workflowName(first.source.path)}` : "gh aw compile";
  const changed = fix?.sources.find(({ path }) => path === file.path);
  const isAll = changed !== undefined && fix?.sources.length === 1;
  return {
    kind,
    span,
    data: {
      runs: namesOf(broken),
      codex: run.finding.data.codex ?? "",
      engine: engineFile,
      remedy: fix
        ? `${RECOMPILE} Or run \`gh-aw-lint --fix --sources\`: it sets ${settingsOf(fix)} and changes the lock file to match, which outlasts each compile.`
        : RECOMPILE,
    },
    fix: undefined,
    suggestions: fix && changed && isAll ? [suggestion(changed, settingsOf(fix), compile)] : [],
  };
}

function brokenSource(source: SourceFile, options: DiagnoseOptions): BrokenSource[] {
  const lockPath = lockPathOf(source.path);
  const text = source.repository.read(lockPath);
  const lock = text === undefined ? undefined : readLock(text, options);
  return lock && lock.bypassing.length > 0 ? [{ source, lockPath, lock }] : [];
}

/** The jobs, each with the lock file and the line; of many the first ones. */
function namesOf(broken: readonly BrokenSource[]): string {
  const names = broken.flatMap(({ lock, lockPath }) =>
    lock.bypassing.map(
      ({ finding }) =>
        `job \`${finding.data.job ?? ""}\` of \`${shownPath(lockPath)}\` (line ${lineOf(lock.workflow.text, (finding.related ?? finding.span).start)})`,
    ),
  );
  const shown = names.slice(0, MOST_SHOWN);
  const others = names.length - shown.length;
  return shown.join(", ") + (others > 0 ? `, and ${others} more` : "");
}

const MOST_SHOWN = 5;

/** The change of the source alone, which says that this is not all. */
function suggestion({ before, text }: ChangedFile, settings: string, compile: string): Suggestion {
  return {
    title: `Set ${settings}. The lock file is out of date then: run \`${compile}\`. (\`gh-aw-lint --fix --sources\` changes both.)`,
    edits: [difference(before, text)],
  };
}

function settingsOf({ settings }: DurableFix): string {
  return settings.map((setting) => `\`${setting}\``).join(" and ");
}

/** One edit that makes a text of another. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
