/**
 * A path in the one form under which files are kept: absolute where the directory is known, `.` and
 * doubled slashes gone, `~` as `${HOME}`. Expansions that are not known stay in it.
 */
export function resolvePath(path: string, directory: string): string {
  const expanded = path === "~" || path.startsWith("~/") ? `\${HOME}${path.slice(1)}` : path;
  const isAbsolute = expanded.startsWith("/") || expanded.startsWith("$");
  const whole = isAbsolute ? expanded : `${directory}/${expanded}`;
  const segments: string[] = [];
  for (const segment of whole.split("/")) {
    if (segment === "." || (segment === "" && segments.length > 0)) continue;
    if (segment === ".." && segments.length > 1) segments.pop();
    else segments.push(segment);
  }
  return segments.join("/");
}

/** The last segment of a path: `awf` of `/usr/local/bin/awf`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
