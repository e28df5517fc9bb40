import type { DurableFix } from "eslint-plugin-gh-aw/core";
import { resolve } from "node:path";
import { styleText } from "node:util";
import { pathFrom, withSlashes } from "../files/paths.js";
import { changedFiles } from "../sources/changed-files.js";
import type { LintedFile } from "./lint-files.js";

/** A file before and after all changes. */
export interface Difference {
  /** As the user knows it. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The changes of fixes to sources and lock files together, and then to each file by itself. */
export function differences(
  { files, changed }: { readonly files: readonly LintedFile[]; readonly changed: readonly DurableFix[] },
  cwd: string,
): readonly Difference[] {
  const found = new Map<string, Difference>();
  for (const { path, before, text } of changedFiles(changed))
    found.set(resolve(path), { name: pathFrom(cwd, resolve(path)), before, after: text });
  for (const { path, name, text, fixed } of files)
    if (fixed && text !== undefined)
      found.set(path, { name, before: found.get(path)?.before ?? text, after: fixed.output });
  return [...found.values()];
}

/** The changes as a patch for `git apply`. */
export async function diffReport(changes: readonly Difference[], color: boolean): Promise<string> {
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import("diff");
  const patches = changes.map(({ name, before, after }) => {
    // Git, too, leaves out the first slash of an absolute path.
    const path = withSlashes(name).replace(/^\//, "");
    return structuredPatch(`a/${path}`, `b/${path}`, before, after);
  });
  const patch = patches.map((each) => formatPatch(each, FILE_HEADERS_ONLY)).join("");
  return color ? patch.split("\n").map(colored).join("\n") : patch;
}

function colored(line: string): string {
  const style = line.startsWith("---") || line.startsWith("+++") ? "bold" : styles.get(line.charAt(0));
  return style === undefined ? line : styleText(style, line, { validateStream: false });
}

const styles: ReadonlyMap<string, Parameters<typeof styleText>[0]> = new Map([
  ["+", "green"],
  ["-", "red"],
  ["@", "cyan"],
]);
