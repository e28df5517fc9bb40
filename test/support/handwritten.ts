import { readFileSync } from "node:fs";
import { sharedPath } from "./shared.js";

/** A handwritten workflow, and the outcomes of its Codex runs on a runner. */
export interface HandwrittenWorkflow {
  readonly file: string;
  readonly runs: readonly Readonly<Record<"version" | "outcome" | "apiProxy", string>>[];
}

/** The folder of the workflows, with a trailing slash; `undefined` if it is absent. */
export const handwrittenFolder: string | undefined = sharedPath("handwritten/");

/** All handwritten workflows; none if the folder is absent. */
export function handwrittenWorkflows(): readonly HandwrittenWorkflow[] {
  if (handwrittenFolder === undefined) return [];
  return readFileSync(`${handwrittenFolder}truth.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as HandwrittenWorkflow);
}
