import { isAbsolute, relative, sep } from "node:path";

/** The path relative to a folder; the path itself if it is outside. */
export function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isOutside ? file : path;
}

/** With `/` on Windows, too, as GitHub and SARIF require. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}
