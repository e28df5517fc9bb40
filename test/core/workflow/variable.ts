import { expect } from "vitest";
import { parse } from "yaml";
import { applyEdits, type MappedText } from "../../../packages/core/src/text/index.js";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";

/** The text of the environment variable `X`. */
export function textOfX(file: string): MappedText {
  const variable = parseWorkflow(file).env.get("X");
  if (!variable) throw new Error(`There is no X in ${JSON.stringify(file)}.`);
  return variable.text;
}

/** The file after an edit of `X`, which the YAML parser must read back; `undefined` if the edit is refused. */
export function editX(file: string, start: number, end: number, replacement: string): string | undefined {
  const text = textOfX(file);
  const edit = text.edit(start, end, replacement);
  if (!edit) return undefined;
  const result = applyEdits(file, [edit]);
  const expected = text.text.slice(0, start) + replacement + text.text.slice(end);
  expect(parse(result, { schema: "failsafe" })).toMatchObject({ env: { X: expected } });
  return result;
}

/** `editX` that replaces a part of `X`, which occurs there once. */
export function replaceInX(file: string, part: string, replacement: string): string | undefined {
  const start = textOfX(file).text.indexOf(part);
  if (start === -1) throw new Error(`There is no ${JSON.stringify(part)} in X.`);
  return editX(file, start, start + part.length, replacement);
}
