/** How many characters have to be inserted, removed or replaced to make one word of the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, character] of Array.from(from).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const diagonal = above[column] ?? 0;
      current.push(
        character === other
          ? diagonal
          : 1 + Math.min(diagonal, above[column + 1] ?? diagonal, current[column] ?? diagonal),
      );
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
