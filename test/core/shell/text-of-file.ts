import { createState, runScript, scopeOf } from "../../../packages/core/src/shell/index.js";
import { fileText, type MappedText } from "../../../packages/core/src/text/index.js";

/** What a script writes to `/f`, with its places; `undefined` if it is not known. */
export function textOfFile(script: string): MappedText | undefined {
  const state = createState(scopeOf([]), new Map());
  runScript(fileText(script), state, () => undefined);
  const [content, ...others] = state.files.get("/f") ?? [];
  const [part, ...more] = content ?? [];
  return part?.kind === "known" && more.length + others.length === 0 ? part.expanded.text : undefined;
}
