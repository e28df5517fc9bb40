/*
 * A path is stored as a text in which NUL, which no path can hold, encloses the id of an unknown part.
 */

/** Stands for a path that names nothing, such as the empty one; nothing can be created there. */
export const EMPTY_PATH = "/\u0001/\u0001";

/** Whether a path names nothing. */
export function isNowhere(path: string): boolean {
  return path.startsWith("/\u0001");
}

/**
 * Normalizes a path as the file tree stores it: absolute if the directory is, without `.` and doubled slashes. A `..`
 * after an unknown part stays in the path.
 */
export function resolvePath(path: string, directory: string): string {
  const whole = path.startsWith("/") || path.startsWith("\0") ? path : `${directory}/${path}`;
  const segments: string[] = [];
  for (const segment of whole.split("/")) {
    if (segment === "." || (segment === "" && segments.length > 0)) continue;
    const last = segments.at(-1);
    if (segment === ".." && segments.length > 1 && last !== ".." && last !== undefined && isOneName(last))
      segments.pop();
    else if (!(segment === ".." && segments.length === 1 && last === "")) segments.push(segment);
  }
  return segments.length === 1 && segments[0] === "" ? "/" : segments.join("/");
}

/** Whether a segment is exactly one name; other unknown parts may be none or several. */
function isOneName(segment: string): boolean {
  return !segment.includes("\0") || /^[^\0]*\0(?:repository|mktemp [^\0]*)\0[^\0]*$/.test(segment);
}

/** The last segment of a path: `awf` of `/usr/local/bin/awf`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The path of the folder that contains a path. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

/** The path of an entry of a folder. */
export function joinPath(folder: string, name: string): string {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}

/** Whether `path` is below `folder`. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "/" ? path !== "/" : path.startsWith(`${folder}/`);
}

/** Whether the path has an unknown part. */
export function isSymbolic(path: string): boolean {
  return path.includes("\0");
}

/** The ids of the unknown parts. */
export function idsIn(path: string): readonly string[] {
  return path.split("\0").filter((_, index) => index % 2 === 1);
}

/** A test for the paths that a path with unknown parts may stand for. It runs in linear time. */
export function pathPattern(path: string): { readonly test: (other: string) => boolean } {
  const [first = "", ...others] = path.split("\0").filter((_, index) => index % 2 === 0);
  const last = others.pop();
  if (last === undefined) return { test: (other) => other === path };
  return {
    test(other) {
      const end = other.length - last.length;
      if (end < first.length || !other.startsWith(first) || !other.endsWith(last)) return false;
      let position = first.length;
      for (const part of others) {
        const found = other.indexOf(part, position);
        if (found === -1) return false;
        position = found + part.length;
      }
      return position <= end;
    },
  };
}

/** The folder in `$RUNNER_TEMP` that has the files of `$GITHUB_ENV` and the like. */
export const RUNNER_FILES = "_runner_file_commands";
