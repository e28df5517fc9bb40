import { readdir } from "node:fs";
import { resolve } from "node:path";
import { glob } from "tinyglobby";
import { pathFrom } from "./paths.js";
import { systemMessage } from "./system-message.js";

/** The result of a search. */
export interface FoundFiles {
  /** Absolute paths without repetition, sorted within each folder. */
  readonly files: readonly string[];
  /** Messages for paths that could not be found or read. */
  readonly problems: readonly string[];
}

/** The files in a folder that a pattern matches, and the folders that could not be searched for them. */
export async function search(pattern: string, folder: string, cwd: string): Promise<FoundFiles> {
  const problems: string[] = [];
  const files = await glob(pattern, {
    cwd: folder,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
    fs: {
      readdir: observed((path, error) => {
        const name = pathFrom(cwd, path) || ".";
        problems.push(`\`${name}\` cannot be read: ${systemMessage(error)}.`);
      }),
    },
  });
  return { files: files.map((file) => resolve(file)).sort(), problems };
}

/** `readdir`, because tinyglobby ignores its errors. A missing folder has no files, which is not an error. */
function observed(report: (path: string, error: unknown) => void): typeof readdir {
  return new Proxy(readdir, {
    apply(target, self, args: readonly unknown[]) {
      const callback = args.at(-1);
      const reporting = (error: NodeJS.ErrnoException | null, ...results: unknown[]): void => {
        if (error && error.code !== "ENOENT") report(resolve(String(args[0])), error);
        if (typeof callback === "function") Reflect.apply(callback, undefined, [error, ...results]);
      };
      Reflect.apply(target, self, [...args.slice(0, -1), reporting]);
    },
  });
}
