import type { RepositoryFiles } from "eslint-plugin-gh-aw/core";
import { readdirSync, readFileSync } from "node:fs";

/** The files beside the one that is looked at. What cannot be read is not there. */
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
