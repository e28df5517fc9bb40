import { fileName } from "./paths.js";

/** A path as gh-aw's own messages have it. */
export function shownPath(path: string): string {
  const inRepository = /(?:^|\/)(\.github\/.*)$/s.exec(path)?.[1];
  return inRepository ?? fileName(path);
}
