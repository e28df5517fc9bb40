import {
  findFrontMatter,
  looksLikeLog,
  looksLikeWorkflow,
  parseWorkflow,
  readingProblem,
  readLog,
  type LogReading,
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

/** Tells what a text is. Never throws. */
export function contentOf(text: string): Content {
  if (text.trim() === "") return { kind: "empty" };
  if (typeof findFrontMatter(text) === "object") return { kind: "source" };
  const workflow = parseWorkflow(text);
  const problem = readingProblem(workflow);
  if (looksLikeWorkflow(text) || workflow.jobs.length > 0)
    return problem ? { kind: "unreadable", problem } : { kind: "workflow" };
  const reading = readLog(text);
  if (reading.symptoms.length > 0 || looksLikeLog(text)) return { kind: "log", reading };
  return problem ? { kind: "unreadable", problem } : { kind: "other" };
}
