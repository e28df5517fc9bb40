import { readFileSync } from "node:fs";
import { basename, posix } from "node:path";
import { deflateRawSync } from "node:zlib";
import { fragmentOf, type Shared, type SharedFile } from "../../playground/src/page/share-link.js";
import { compiled } from "../../../test/support/compiled-source.js";
import { source } from "../../../test/support/source.js";
import { root } from "./pages.js";

/** An example on a page: the comment before it, and the code. */
export interface Shown {
  readonly comment: string;
  readonly code: string;
}

/** Reads the examples of a page in order. Related files of an example come before it. */
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

/** Examples of which a page shows only the fix, or only the front matter of a source. */
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

/** The part of a link after `#`, from which the playground restores the example. */
export function exampleFragment(example: Shared): string {
  return fragmentOf(deflateRawSync(JSON.stringify(example), { level: 9 }));
}
