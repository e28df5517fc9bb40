import { closest, distance } from "fastest-levenshtein";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** More different letters than this are not a typo. */
const maxDistance = 2;

/** An existing path with almost the same name as a missing one. */
export async function similarPath(path: string, absolute: string): Promise<string | undefined> {
  const name = basename(absolute);
  const names = await readdir(dirname(absolute)).catch(() => []);
  if (names.length === 0) return undefined;
  const found = closest(name, names);
  return distance(name, found) <= maxDistance ? join(dirname(path), found) : undefined;
}
