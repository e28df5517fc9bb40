/**
 * In UTF-16 code units: longer texts that a program prints, writes or makes on the way are unknown. Otherwise a file that
 * is doubled again and again would take exponential time.
 */
export const MAX_TEXT = 1_000_000;

/** Joins texts; `undefined` if the result is too long. */
export function joinTexts(texts: readonly string[]): string | undefined {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length > MAX_TEXT ? undefined : texts.join("");
}
