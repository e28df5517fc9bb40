import { isAbsolute, relative, sep } from "node:path";

/** The path from a folder; the path itself where it lies outside. */
export function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isOutside ? file : path;
}

/** With slashes on Windows, too: so GitHub and SARIF want it. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}
