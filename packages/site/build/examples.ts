import { readFileSync } from "node:fs";
import { basename, posix } from "node:path";
import { deflateRawSync } from "node:zlib";
import { fragmentOf, type Shared, type SharedFile } from "../../playground/src/page/share-link.js";
import { compiled } from "../../../test/support/compiled-source.js";
import { source } from "../../../test/support/source.js";
import { root } from "./pages.js";

/** What a page shows of an example: the comment in front of it, and the code. */
export interface Shown {
  readonly comment: string;
  readonly code: string;
}

/** Reads the examples of a page one after the other; files beside one stand before it. */
export function exampleReader(page: string): (shown: Shown) => Shared | undefined {
  const [, rule] = /\/docs\/rules\/([\w-]+)\.md$/.exec(page) ?? [];
  let beside: readonly SharedFile[] = [];
  return ({ comment, code }) => {
    const [, kind, name = "test.lock.yml"] = /^<!-- (beside|example)(?:: (\S+))? -->/.exec(comment) ?? [];
    if (kind === undefined) return otherExample(comment, code);
    const file = { name, text: name.endsWith(".md") ? `---\n${code}---\n` : code };
    const example = { files: [file, ...beside], rules: rule === undefined ? undefined : [rule] };
    beside = kind === "beside" ? [...beside, file] : [];
    return kind === "beside" ? undefined : example;
  };
}

/** Where a page shows only the fix of a file, or only the front matter of a source. */
function otherExample(comment: string, code: string): Shared | undefined {
  const [, path] = /^<!-- The fix of (examples\/\S+)\. -->/.exec(comment) ?? [];
  if (path !== undefined)
    return { files: [{ name: basename(path), text: readFileSync(posix.join(root, path), "utf8") }] };
  if (!comment.startsWith("<!-- source -->")) return undefined;
  return {
    files: [
      { name: "test.md", text: source(code) },
      { name: "test.lock.yml", text: compiled("v0.64.0", code) },
    ],
  };
}

/** The part of a link behind `#`, of which the playground makes the example again. */
export function exampleFragment(example: Shared): string {
  return fragmentOf(deflateRawSync(JSON.stringify(example), { level: 9 }));
}
