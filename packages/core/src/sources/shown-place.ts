import { fileName } from "./paths.js";

/** A path as gh-aw's own messages have it. */
export function shownPath(path: string): string {
  const inRepository = /(?:^|\/)(\.github\/.*)$/s.exec(path)?.[1];
  return inRepository ?? fileName(path);
}

/** The line at an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
