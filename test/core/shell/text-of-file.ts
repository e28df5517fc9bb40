import type { MappedText } from "../../../packages/core/src/text/index.js";
import { runInShell } from "./files-of-script.js";

/** The text that a script writes to `/f`, with its locations; `undefined` if it is unknown. */
export function textOfFile(script: string): MappedText | undefined {
  let text: MappedText | undefined;
  runInShell(
    script,
    {},
    () => undefined,
    ({ files }) => {
      const { node } = files.findEntry("/f");
      const [part, ...more] = node.kind === "file" ? node.content : [];
      text = part?.kind === "known" && more.length === 0 ? part.expanded.text : undefined;
    },
  );
  return text;
}
