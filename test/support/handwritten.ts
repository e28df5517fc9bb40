import { readFileSync } from "node:fs";
import { sharedPath } from "./shared.js";

/** A workflow that was written by hand, and what became of its Codex runs on a real runner's terms. */
export interface HandwrittenWorkflow {
  readonly file: string;
  readonly runs: readonly Readonly<Record<"version" | "outcome" | "apiProxy", string>>[];
}

/** The folder of the workflows, with a slash at its end; `undefined` where it is absent. */
export const handwrittenFolder: string | undefined = sharedPath("handwritten/");

/** All of them; none where the folder is absent. */
export function handwrittenWorkflows(): readonly HandwrittenWorkflow[] {
  if (handwrittenFolder === undefined) return [];
  return readFileSync(`${handwrittenFolder}truth.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as HandwrittenWorkflow);
}
