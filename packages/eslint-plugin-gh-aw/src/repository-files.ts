import { noFiles, type RepositoryFiles } from "@gh-aw-lint/core";
import type { Rule } from "eslint";

/** As much of Node's file system as is needed. */
interface FileSystem {
  readFileSync(path: string, encoding: "utf8"): string;
  readdirSync(path: string): string[];
}

/** Node's, without an import: where the plugin runs in a browser there is none. */
declare const process:
  { readonly getBuiltinModule?: (name: "node:fs") => FileSystem | undefined } | undefined;

/**
 * The files beside the one that is linted: those of `settings["gh-aw"].files`, for who holds them elsewhere, else those
 * of the file system.
 */
export function repositoryFiles({ settings }: Rule.RuleContext): RepositoryFiles {
  const own: unknown = settings["gh-aw"];
  const given: unknown = typeof own === "object" && own !== null && "files" in own ? own.files : undefined;
  return isRepositoryFiles(given) ? given : (onDisk ??= filesOnDisk());
}

let onDisk: RepositoryFiles | undefined;

function filesOnDisk(): RepositoryFiles {
  const fileSystem = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:fs");
  if (!fileSystem) return noFiles;
  return {
    read: (path) => orUndefined(() => fileSystem.readFileSync(path, "utf8")),
    list: (folder) => orUndefined(() => fileSystem.readdirSync(folder)) ?? [],
  };
}

/** What is not there, or not to be read, is nothing that a file beside it is to be reported for. */
function orUndefined<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function isRepositoryFiles(value: unknown): value is RepositoryFiles {
  if (typeof value !== "object" || value === null || !("read" in value) || !("list" in value)) return false;
  return typeof value.read === "function" && typeof value.list === "function";
}

/** The path of the file that is linted, with slashes on Windows, too. */
export function pathOf({ physicalFilename }: Rule.RuleContext): string {
  return physicalFilename.replaceAll("\\", "/");
}
