/** The folder of a file, without a trailing slash; `.` if the path names none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash === -1) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

/** The last segment of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Joins two paths like Go's `filepath.Join` and Node's `path.join`: a leading slash of the second has no meaning. */
export function joinPaths(folder: string, path: string): string {
  const isAbsolute = folder.startsWith("/");
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!isAbsolute) parts.push(part);
  }
  const joined = parts.join("/");
  if (isAbsolute) return `/${joined}`;
  return joined === "" ? "." : joined;
}

/** The files directly in `.github/workflows`, gh-aw's folder for sources and lock files. */
const workflows = /^(?:(.*)\/)?\.github\/workflows\/[^/]+$/s;

/** The root of the repository that a file directly in `.github/workflows` belongs to; `undefined` for other files. */
export function repositoryOf(path: string): string | undefined {
  const found = workflows.exec(path);
  if (!found) return undefined;
  return found[1] ?? (path.startsWith("/") ? "/" : ".");
}

/** The folder whose sources may import a file: the `.github/workflows` that contains it, or else its own folder. */
export function sourceFolderOf(path: string): string {
  return /^(?:.*\/)?\.github\/workflows(?=\/)/s.exec(path)?.[0] ?? folderOf(path);
}

/** `NAME.md` is compiled to `NAME.lock.yml` in the same folder (gh-aw, stringutil `MarkdownToLockFile`). */
export function lockPathOf(source: string): string {
  return source.replace(/\.md$/, "") + ".lock.yml";
}

/** The source of a lock file, in the same folder. */
export function sourcePathOf(lock: string): string {
  return lock.replace(/\.lock\.ya?ml$/, "") + ".md";
}

/** The name of a workflow for `gh aw compile`. */
export function workflowName(path: string): string {
  return fileName(path).replace(/\.md$|\.lock\.ya?ml$/, "");
}

/** A path as in gh-aw's own messages: from `.github` on, or else only the file name. */
export function shownPath(path: string): string {
  const inRepository = /(?:^|\/)(\.github\/.*)$/s.exec(path)?.[1];
  return inRepository ?? fileName(path);
}
