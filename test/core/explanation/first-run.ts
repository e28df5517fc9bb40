import { explainRuns, type RunExplanation, type Span } from "@gh-aw-lint/core";

/** Marks a file as compiled, so that gh-aw's folders and prompt exist. */
export const header = { agent_id: "codex" };

/** The explanation of the first run. */
export function first(text: string): RunExplanation {
  const [run] = explainRuns(text);
  if (!run) throw new Error("There is no Codex run.");
  return run;
}

/** The text of a span, if there is one. */
export function at(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

/** Each line of the first configuration, with the text of the lock file that it comes from. */
export function lines(text: string, run: RunExplanation): string[] {
  return (run.configs[0] ?? []).map((line) => {
    const place = at(text, line.span)?.split("\n")[0] ?? "";
    return line.kind === "unknown" ? `${line.what} <- ${place}` : `${line.text} <- ${line.from} ${place}`;
  });
}
