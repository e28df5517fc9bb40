const marker = "bench 00000000";

/**
 * Gives the same lock file again and again, each time as another string with another number in its name: what
 * remembers the last text, or holds a map of texts, gains nothing.
 */
export function freshTexts(text: string): () => string {
  const numbered = text.replace(/^name: "/m, `name: "${marker} `);
  const bytes = Buffer.from(numbered);
  const start = bytes.indexOf(marker);
  if (start === -1) throw new Error("The lock file has no name.");
  let count = 0;
  return () => {
    count += 1;
    bytes.write(`bench ${String(count).padStart(8, "0")}`, start, "latin1");
    return bytes.toString("utf8");
  };
}
