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

/** What a text is, whatever somebody took it for. */
export type Content =
  | { readonly kind: "empty" }
  /** A workflow that GitHub can read; only of this there is more to say. */
  | { readonly kind: "workflow" }
  /** It may be meant as a workflow, but GitHub cannot read it. */
  | { readonly kind: "unreadable"; readonly problem: YamlProblem }
  /** The Markdown that gh-aw compiles. */
  | { readonly kind: "source" }
  /** What a run, or Codex by itself, printed. */
  | { readonly kind: "log"; readonly reading: LogReading }
  /** YAML without jobs, which any text of one paragraph is. */
  | { readonly kind: "other" };

/** A text, what it is, and its model if it is a workflow. */
export interface ReadText {
  readonly text: string;
  readonly content: Content;
  readonly workflow: Workflow | undefined;
}

/** Tells what a text is. Never throws. */
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
