import { parse } from "smol-toml";

/** Reads the dotted key that starts at `offset`, which the parser has read before. */
export function readDottedKey(text: string, offset: number): readonly string[] {
  const segment = /[ \t]*(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*\.?/uy;
  segment.lastIndex = offset;
  const path: string[] = [];
  for (let match = segment.exec(text); match !== null; match = segment.exec(text)) {
    const [written] = match;
    path.push(...Object.keys(parse(`${written.replace(/\.$/u, "")} = 0`)));
  }
  return path;
}
