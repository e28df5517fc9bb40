import { closest } from "fastest-levenshtein";

/** A sentence that suggests the names that contain the given one, or else the most similar name. */
export function didYouMean(name: string, known: readonly string[]): string {
  const containing = known.filter((candidate) => name !== "" && candidate.includes(name));
  const found = containing.length > 0 ? containing : [closest(name, known)];
  return ` Did you mean ${found.map((candidate) => `\`${candidate}\``).join(" or ")}?`;
}
