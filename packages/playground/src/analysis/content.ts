import {
  findFrontMatter,
  looksLikeLog,
  looksLikeWorkflow,
  parseWorkflow,
  readingProblem,
  readLog,
  type LogReading,
  type Workflow,
  type YamlProblem,
} from "@gh-aw-lint/core";

/** The kind of a text, whichever tab it is in. */
export type Content =
  | { readonly kind: "empty" }
  /** A workflow that GitHub can read; only this kind can have findings. */
  | { readonly kind: "workflow" }
  /** A text that may be a workflow, but that GitHub cannot read. */
  | { readonly kind: "unreadable"; readonly problem: YamlProblem }
  /** The Markdown that gh-aw compiles. */
  | { readonly kind: "source" }
  /** The log of a run, or the output of Codex. */
  | { readonly kind: "log"; readonly reading: LogReading }
  /** YAML without jobs, such as any text of one paragraph. */
  | { readonly kind: "other" };

/** A text, its kind, and its model if it is a workflow. */
export interface ReadText {
  readonly text: string;
  readonly content: Content;
  readonly workflow: Workflow | undefined;
}

/** Determines the kind of a text. Never throws. */
export function readText(text: string): ReadText {
  const read = (content: Content, workflow?: Workflow): ReadText => ({ text, content, workflow });
  if (text.trim() === "") return read({ kind: "empty" });
  if (typeof findFrontMatter(text) === "object") return read({ kind: "source" });
  const workflow = parseWorkflow(text);
  const problem = readingProblem(workflow);
  if (looksLikeWorkflow(text) || workflow.jobs.length > 0)
    return problem ? read({ kind: "unreadable", problem }) : read({ kind: "workflow" }, workflow);
  const reading = readLog(text);
  if (reading.symptoms.length > 0 || looksLikeLog(text)) return read({ kind: "log", reading });
  return read(problem ? { kind: "unreadable", problem } : { kind: "other" });
}
