import { partsOf } from "./imports.js";
import { folderOf, joinPaths } from "./paths.js";
import type { RepositoryFiles } from "./repository.js";

/** `{{#import PATH}}` or `{{#runtime-import PATH}}`, with or without `?`, and `PATH:FROM-TO` for some lines of it. */
interface RuntimeImport {
  readonly path: string;
  /** From 1. 0 stands for the first line in `firstLine` and for the last one in `lastLine`. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The folder that newer compilers resolve such paths against: the repository's root, or the source's folder. */
export type ImportRoot = "repository" | "folder";

/** The expressions of all files that a body imports, recursively (`collectRuntimeImportTemplateExpressions`). */
export function importedExpressions(
  body: string,
  source: string,
  root: ImportRoot,
  repository: RepositoryFiles,
): readonly string[] {
  const seen = new Set<string>();
  const expressions: string[] = [];

  function visit(text: string): void {
    for (const reference of runtimeImports(text)) {
      const imported = readImport(reference);
      if (imported === undefined) continue;
      for (const expression of templateExpressions(imported)) {
        if (!isEmptyExpression(expression)) expressions.push(expression);
      }
      visit(imported);
    }
  }

  function readImport({ path, firstLine, lastLine }: RuntimeImport): string | undefined {
    for (const candidate of candidatePaths(path, folderOf(source), root)) {
      const key = `${candidate}:${firstLine}-${lastLine}`;
      if (seen.has(key)) return undefined;
      const text = repository.read(candidate);
      if (text === undefined) continue;
      seen.add(key);
      const lines = firstLine > 0 || lastLine > 0 ? linesOf(text, firstLine, lastLine) : text;
      return partsOf(lines)?.body ?? lines;
    }
    return undefined;
  }

  visit(body);
  return expressions;
}

function runtimeImports(body: string): readonly RuntimeImport[] {
  const found = new Map<string, RuntimeImport>();
  for (const [, words = ""] of body.matchAll(/\{\{#([^{}]+)\}\}/g)) {
    const [, rest = ""] = /^(?:runtime-import|import)\??([ \t:].*)$/s.exec(words) ?? [];
    const target = (rest.startsWith(":") ? rest.slice(1) : rest).trim();
    if (target === "") continue;
    const range = /:(\d+)-(\d+)$/.exec(target);
    const path = range ? target.slice(0, range.index).trim() : target;
    if (path === "" || /^https?:\/\//i.test(path)) continue;
    const [firstLine, lastLine] = [Number(range?.[1] ?? 0), Number(range?.[2] ?? 0)];
    const key = `${path}:${firstLine}-${lastLine}`;
    if (!found.has(key)) found.set(key, { path, firstLine, lastLine });
  }
  return [...found.values()];
}

function linesOf(text: string, firstLine: number, lastLine: number): string {
  const lines = text.split("\n");
  const last = lastLine > 0 ? Math.min(lastLine, lines.length) : lines.length;
  return lines.slice(Math.max(firstLine, 1) - 1, last).join("\n");
}

/** The paths to try, none of them outside the repository (`runtimeImportHashCandidatePaths`). */
function candidatePaths(importPath: string, folder: string, root: ImportRoot): readonly string[] {
  const path = importPath.replaceAll("\\", "/").replace(/^\/+/, "");
  const isInConfig = path.startsWith(".github/") || path.startsWith(".agents/");
  if (importPath.startsWith("/") && !isInConfig) return [];
  const relative = path.replace(/^\.\//, "");
  if (relative === "" || relative.startsWith("../") || relative.includes("/../")) return [];
  const top = root === "repository" ? rootOf(folder) : folder;
  if (isInConfig) return [joinPaths(top, relative)];
  return [
    joinPaths(top, `.github/${relative}`),
    joinPaths(top, `.github/workflows/${relative}`),
    joinPaths(folder, relative),
  ];
}

function rootOf(folder: string): string {
  const found = /^(?:(.*)\/)?\.github(?:\/|$)/s.exec(folder);
  return found ? (found[1] ?? ".") : folder;
}

/** The single-line expressions `${{ ... }}` of a text, as Go's `\$\{\{(.*?)\}\}` finds them. */
export function templateExpressions(text: string): readonly string[] {
  const expressions: string[] = [];
  let close = -1;
  for (let start = text.indexOf("${{"); start !== -1; start = text.indexOf("${{", start)) {
    if (close < start + 3) close = text.indexOf("}}", start + 3);
    if (close === -1) break;
    const lineFeed = text.indexOf("\n", start);
    if (lineFeed !== -1 && lineFeed < close) {
      start = lineFeed + 1;
      continue;
    }
    expressions.push(text.slice(start, close + 2));
    start = close + 2;
  }
  return expressions;
}

/** Whether an expression reads variables: only such expressions of a source's body are hashed. */
export function readsVariables(expression: string): boolean {
  return expression.includes("env.") || expression.includes("vars.");
}

/** Whether an expression has no content, and so is not hashed. */
export function isEmptyExpression(expression: string): boolean {
  return expression.slice(3, -2).trim() === "";
}
