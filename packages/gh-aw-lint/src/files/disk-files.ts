import type { RepositoryFiles } from "eslint-plugin-gh-aw/core";
import { readdirSync, readFileSync } from "node:fs";

/** The files related to the linted one. Unreadable files count as missing. */
export const diskFiles: RepositoryFiles = {
  read: (path) => orUndefined(() => readFileSync(path, "utf8")),
  list: (folder) => orUndefined(() => readdirSync(folder)) ?? [],
};

function orUndefined<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
