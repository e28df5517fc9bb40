import { closest } from "fastest-levenshtein";

/** The sentence that names those of which a name is a part, else the one that is spelled most like it. */
export function didYouMean(name: string, known: readonly string[]): string {
  const containing = known.filter((candidate) => name !== "" && candidate.includes(name));
  const found = containing.length > 0 ? containing : [closest(name, known)];
  return ` Did you mean ${found.map((candidate) => `\`${candidate}\``).join(" or ")}?`;
}
