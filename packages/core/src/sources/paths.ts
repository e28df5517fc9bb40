/** The folder of a file, without a slash at its end: `.` where the path names none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash === -1) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What `filepath.Join` of Go and `path.join` of Node make of two paths: a leading slash of the second is nothing. */
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

/** Where gh-aw keeps sources and lock files. */
const workflows = /^(?:(.*)\/)?\.github\/workflows\/[^/]+$/s;

/** The root of the repository that a file directly in `.github/workflows` belongs to; `undefined` for other files. */
export function repositoryOf(path: string): string | undefined {
  const found = workflows.exec(path);
  if (!found) return undefined;
  return found[1] ?? (path.startsWith("/") ? "/" : ".");
}

/** The folder whose sources may import a file: `.github/workflows` around it, else its own. */
export function sourceFolderOf(path: string): string {
  return /^(?:.*\/)?\.github\/workflows(?=\/)/s.exec(path)?.[0] ?? folderOf(path);
}

/** `NAME.md` is compiled to `NAME.lock.yml` in the same folder (gh-aw, stringutil `MarkdownToLockFile`). */
export function lockPathOf(source: string): string {
  return source.replace(/\.md$/, "") + ".lock.yml";
}

export function sourcePathOf(lock: string): string {
  return lock.replace(/\.lock\.ya?ml$/, "") + ".md";
}

/** The name by which `gh aw compile` takes a workflow. */
export function workflowName(path: string): string {
  return fileName(path).replace(/\.md$|\.lock\.ya?ml$/, "");
}

/** A path as gh-aw's own messages have it. */
export function shownPath(path: string): string {
  const inRepository = /(?:^|\/)(\.github\/.*)$/s.exec(path)?.[1];
  return inRepository ?? fileName(path);
}
