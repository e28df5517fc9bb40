import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { lockPathOf } from "eslint-plugin-gh-aw/core";
import type { LintRequest } from "../options/request.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usage-error.js";
import { lint } from "./lint.js";
import type { ExitCode } from "../exit-codes.js";

/** How long to wait for more changes, in milliseconds: `gh aw compile` writes many files at once. */
const pause = 300;

/**
 * Lints, and lints changed files again, until it is told to stop. Files written by a fix are not linted again.
 *
 * @returns the exit code of the last lint
 */
export async function watchAndLint(request: LintRequest, terminal: Terminal): Promise<ExitCode> {
  if (request.paths.includes("-")) throw new UsageError("Standard input cannot be watched.");
  const folders = await foldersOf(request.paths, terminal.cwd);
  const changes = await watchFolders(folders, terminal.signal);
  let status = await lint(request, terminal);
  terminal.stderr.write("Watching for changes. Press Ctrl+C to stop.\n");
  const seen = new Map<string, string>();
  for await (const paths of changes) {
    const changed = await changedFiles(paths, seen);
    if (changed.length > 0) status = await lint({ ...request, paths: changed }, terminal);
    await changedFiles(changed, seen);
  }
  return status;
}

/** The folders to watch: named folders, the folders of named files, and the base folders of patterns. */
async function foldersOf(paths: readonly string[], cwd: string): Promise<string[]> {
  const named = paths.length > 0 ? paths : [".github/workflows"];
  const folders = named.map(async (path) => {
    const absolute = resolve(cwd, withoutPattern(path));
    const stats = await stat(absolute).catch(() => undefined);
    if (!stats) throw new UsageError(`\`${path}\` does not exist and cannot be watched.`);
    return stats.isDirectory() ? absolute : dirname(absolute);
  });
  return [...new Set(await Promise.all(folders))];
}

function withoutPattern(path: string): string {
  const segments = path.split("/");
  const first = segments.findIndex((segment) => /[*?{[(!]/.test(segment));
  return first === -1 ? path : segments.slice(0, first).join("/") || ".";
}

/** Lock files, and those of sources, that have changed since they were last linted. */
async function changedFiles(paths: readonly string[], seen: Map<string, string>): Promise<readonly string[]> {
  const changed = new Set<string>();
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text === undefined || seen.get(path) === text) continue;
    seen.set(path, text);
    const lock = path.endsWith(".md") ? lockPathOf(path) : path;
    if (await stat(lock).catch(() => undefined)) changed.add(lock);
  }
  return [...changed];
}

/** Yields the files that change in folders from now on, in batches. */
async function watchFolders(
  folders: string[],
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<readonly string[]>> {
  const { watch } = await import("chokidar");
  const written = new Set<string>();
  let wake: (() => void) | undefined;
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: /[/\\](?:node_modules|\.git)(?:[/\\]|$)/,
    awaitWriteFinish: { stabilityThreshold: pause, pollInterval: pause / 3 },
  });
  const add = (path: string): void => {
    if (!/\.lock\.ya?ml$|\.md$/.test(path)) return;
    written.add(path);
    wake?.();
  };
  watcher.on("add", add).on("change", add);
  await new Promise<void>((isReady) => watcher.once("ready", isReady));
  signal?.addEventListener("abort", () => wake?.());
  const isOver = (): boolean => signal?.aborted === true;

  return (async function* () {
    while (!isOver()) {
      if (written.size === 0) await new Promise<void>((go) => (wake = go));
      await new Promise((go) => setTimeout(go, pause));
      const paths = [...written];
      written.clear();
      if (paths.length > 0 && !isOver()) yield paths;
    }
    await watcher.close();
  })();
}
