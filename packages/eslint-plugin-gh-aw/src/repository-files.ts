import { noFiles, type RepositoryFiles } from "@gh-aw-lint/core";
import type { Rule } from "eslint";

/** The parts of Node's file system that are needed. */
interface FileSystem {
  readFileSync(path: string, encoding: "utf8"): string;
  readdirSync(path: string): string[];
}

/** Node's, without an import, because there is none in a browser. */
declare const process:
  { readonly getBuiltinModule?: (name: "node:fs") => FileSystem | undefined } | undefined;

/**
 * The files related to the linted one: from `settings["gh-aw"].files`, for programs that keep them elsewhere, or else from
 * the file system.
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

/** A missing or unreadable file must not cause a finding in a related file. */
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

/** The path of the linted file, with `/` on Windows, too. */
export function pathOf({ physicalFilename }: Rule.RuleContext): string {
  return physicalFilename.replaceAll("\\", "/");
}
