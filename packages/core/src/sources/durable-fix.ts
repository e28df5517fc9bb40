import { checkOptions, type DiagnoseOptions } from "../faults/index.js";
import {
  changedLock,
  hasExternalDetection,
  hasRunWithoutProxy,
  readLock,
  type ReadLock,
} from "./lock-file.js";
import type { ChangedFile } from "./repository.js";
import { engineArgs, findCodexEngine } from "./engine.js";
import { lockPathOf } from "./paths.js";
import { addEngineArgs, disableExternalDetection, giveDetectionItsEngine } from "./source-edits.js";
import type { SourceFile } from "./source-hash.js";
import { usersOf } from "./source-users.js";

/** Changes that make each Codex run of some lock files go through AWF's API proxy, and that outlast `gh aw compile`. */
export interface DurableFix {
  /** The source, the import with the `engine`, or both. */
  readonly sources: readonly ChangedFile[];
  /** Each lock file that is compiled from them, with the same arguments and the hash of the changed sources. */
  readonly locks: readonly ChangedFile[];
  /** The keys that are set in the sources, such as `engine.args`. */
  readonly settings: readonly string[];
}

/**
 * A fix that `gh aw compile` keeps: arguments in the source, the same arguments in the lock file where the compiler
 * would write them, and the hash of the new source in its header. All of it or nothing: if only the source changes, its
 * lock file is outdated and each run stops. `undefined` if nothing bypasses the proxy, if a lock file is already
 * outdated, or if a run would still fail.
 *
 * @throws {RangeError} for an invalid option
 */
export function durableFix(source: SourceFile, options: DiagnoseOptions = {}): DurableFix | undefined {
  checkOptions(options);
  return durableFixOf(source, options, usersOf);
}

/** Like `durableFix`, with a function that finds the users of the file with the engine, which may read all sources. */
export function durableFixOf(
  source: SourceFile,
  options: DiagnoseOptions,
  findUsers: (file: SourceFile) => readonly SourceFile[],
): DurableFix | undefined {
  const lock = lockOf(source, options);
  const engine = findCodexEngine(source);
  if (!lock || lock.read.bypassing.length === 0 || engine?.role !== "agent") return undefined;
  const args = neededArgs(lock.read, options);
  if (!args) return undefined;
  if (args.length === 0) return changeAll([source], undefined, args, options);
  const { path, text: before } = engine;
  const text = addEngineArgs(before, args);
  const users = findUsers({ path, text: before, repository: source.repository });
  return text === undefined ? undefined : changeAll(users, { path, before, text }, args, options);
}

interface Lock {
  readonly path: string;
  readonly text: string;
  readonly read: ReadLock;
}

function lockOf({ path, repository }: SourceFile, options: DiagnoseOptions): Lock | undefined {
  const lockPath = lockPathOf(path);
  const text = repository.read(lockPath);
  const read = text === undefined ? undefined : readLock(text, options);
  return text === undefined || !read ? undefined : { path: lockPath, text, read };
}

/** The arguments that the runs need; none if only external threat detection, which ignores them, bypasses the proxy. */
function neededArgs({ bypassing }: ReadLock, options: DiagnoseOptions): readonly string[] | undefined {
  const own = bypassing.find(({ judged }) => judged.run.starter !== "threat-detect");
  return own ? engineArgs(own.judged.run, options) : [];
}

function changeAll(
  users: readonly SourceFile[],
  engine: ChangedFile | undefined,
  args: readonly string[],
  options: DiagnoseOptions,
): DurableFix | undefined {
  // Sources that were never compiled have no lock file to change.
  const compiled = users.filter(({ path, repository }) => repository.read(lockPathOf(path)) !== undefined);
  const pairs = compiled.map((user) => ({ user, lock: lockOf(user, options) }));
  const sources = new Map<string, ChangedFile>(engine && [[engine.path, engine]]);
  const settings = new Set(args.length > 0 ? ["engine.args"] : []);
  for (const { user, lock } of pairs) {
    if (!lock) return undefined;
    for (const { name, change } of detectionSettings(lock.read, args)) {
      const { path, text: before } = user;
      const file = sources.get(path) ?? { path, before, text: before };
      const text = change(file);
      if (text === undefined) return undefined;
      if (text === file.text) continue;
      sources.set(path, { ...file, text });
      settings.add(name);
    }
  }
  const changes = [...sources.values()];
  const locks = pairs.map(
    ({ user, lock }) => lock && changedLock(lock.path, lock.text, lock.read, user, changes, args, options),
  );
  const whole = locks.filter((lock) => lock !== undefined);
  return whole.length === locks.length
    ? { sources: changes, locks: whole, settings: [...settings] }
    : undefined;
}

/** A setting in addition to `engine.args`, for threat detection that does not work with these arguments. */
interface DetectionSetting {
  readonly name: string;
  /** The changed text of a source. */
  readonly change: (file: ChangedFile) => string | undefined;
}

function detectionSettings(lock: ReadLock, args: readonly string[]): readonly DetectionSetting[] {
  const settings: DetectionSetting[] = [];
  if (hasExternalDetection(lock)) {
    settings.push({
      name: "features.gh-aw-detection",
      change: ({ text }) => disableExternalDetection(text),
    });
  }
  if (args.length > 0 && hasRunWithoutProxy(lock)) {
    settings.push({
      name: "safe-outputs.threat-detection.engine",
      change: ({ before, text }) => giveDetectionItsEngine(before, text),
    });
  }
  return settings;
}
