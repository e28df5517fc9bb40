import { parse } from "smol-toml";
import { tableFrom } from "./toml-value.js";

/** Reads the dotted key that starts at `offset`, as far as it can be read. */
export function readDottedKey(text: string, offset: number): readonly string[] {
  const segment = /[ \t]*([\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*(\.)?/uy;
  segment.lastIndex = offset;
  const path: string[] = [];
  for (let match = segment.exec(text); match !== null; match = segment.exec(text)) {
    path.push(unquote(match[1] ?? ""));
    if (match[2] === undefined) break;
  }
  return path;
}

function unquote(key: string): string {
  if (!/^["']/u.test(key)) return key;
  try {
    const value = tableFrom(parse(`key = ${key}`)).get("key");
    return typeof value === "string" ? value : key;
  } catch {
    return key;
  }
}
