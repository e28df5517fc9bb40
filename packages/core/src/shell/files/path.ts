/*
 * A path is kept as a text in which NUL, which no path can hold, encloses the id of a part that is not known.
 */

/** Stands for a path that names nothing, such as the empty one, and at which nothing can be made. */
export const EMPTY_PATH = "/\u0001/\u0001";

/** Whether nothing can be there. */
export function isNowhere(path: string): boolean {
  return path.startsWith("/\u0001");
}

/**
 * A path in the one form under which files are kept: absolute where the directory is, `.` and doubled slashes
 * gone. What `..` goes back from a part that is not known stays in it.
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

/** Whether a segment is one name: what else is not known may be several, or none. */
function isOneName(segment: string): boolean {
  return !segment.includes("\0") || /^[^\0]*\0(?:repository|mktemp [^\0]*)\0[^\0]*$/.test(segment);
}

/** The last segment of a path: `awf` of `/usr/local/bin/awf`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The path of the folder that a path lies in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

export function joinPath(folder: string, name: string): string {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}

/** Whether `path` lies below `folder`. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "/" ? path !== "/" : path.startsWith(`${folder}/`);
}

/** Whether a part of the path is not known. */
export function isSymbolic(path: string): boolean {
  return path.includes("\0");
}

/** The ids of the parts that are not known. */
export function idsIn(path: string): readonly string[] {
  return path.split("\0").filter((_, index) => index % 2 === 1);
}

/** A test for the paths that a path with unknown parts may stand for. It takes no longer than the paths are long. */
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
