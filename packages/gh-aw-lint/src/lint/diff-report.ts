import { styleText } from "node:util";
import type { LintedFile } from "./lint-files.js";

/** What fixes would change, as a patch that `git apply` takes. */
export async function diffReport(files: readonly LintedFile[], color: boolean): Promise<string> {
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import("diff");
  const patches = files.flatMap(({ name, text, fixed }) =>
    fixed ? [structuredPatch(`a/${name}`, `b/${name}`, text, fixed.output)] : [],
  );
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
