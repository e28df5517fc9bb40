import {
  diagnoseWorkflow,
  explainWorkflow,
  explanationText,
  findCodexRuns,
  lockHeader,
  mayRunCodex,
  parseWorkflow,
  readingProblem,
  type CodexRun,
  type Workflow,
} from "@gh-aw-lint/core";
import { lineNumbers } from "../../packages/core/src/text/index.js";
import { outlineOf } from "../../packages/core/src/workflow/outline.js";

type LineOf = (offset: number) => number;

/** The result of each stage for a workflow: outline, steps, runs with the files that they read, explanation, faults. */
export function dump(text: string): string {
  const workflow = parseWorkflow(text);
  const lineOf = lineNumbers(text);
  const problem = readingProblem(workflow);
  const stages: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Text", [`may run Codex: ${mayRunCodex(text)}`, `header: ${JSON.stringify(lockHeader(workflow))}`]],
    ["Outline", outlineLines(text, lineOf)],
    ["Problem", problem ? [`line ${lineOf(problem.offset)}: ${problem.message}`] : []],
    ["Steps", stepLines(workflow, lineOf)],
    ["Runs", findCodexRuns(workflow).flatMap((run) => runLines(run, lineOf))],
    ["Explanation", explanationText(text, explainWorkflow(workflow)).trimEnd().split("\n")],
    [
      "Faults",
      diagnoseWorkflow(workflow).flatMap(({ outcome, kind, span, data, fix, suggestions }) => [
        `line ${lineOf(span.start)}: ${outcome} ${kind} ${JSON.stringify(data)}`,
        ...(fix ?? []).map((edit) => `  fix at line ${lineOf(edit.start)}: ${JSON.stringify(edit)}`),
        ...suggestions.map((suggestion) => `  suggestion: ${JSON.stringify(suggestion)}`),
      ]),
    ],
  ];
  return stages
    .map(
      ([title, lines]) =>
        `${title}\n${lines.map((line) => `${`  ${line}`.trimEnd()}\n`).join("") || "  none\n"}`,
    )
    .join("\n");
}

function outlineLines(text: string, lineOf: LineOf): readonly string[] {
  const outline = outlineOf(text);
  if (!outline) return ["laid out unusually: the whole file is parsed"];
  return outline.jobs.map(
    ({ key, span }) => `job ${key}: lines ${lineOf(span.start)} to ${lineOf(span.end - 1)}`,
  );
}

function stepLines({ jobs }: Workflow, lineOf: LineOf): readonly string[] {
  return jobs.flatMap((job) => [
    `job ${job.id}${job.mayMatter ? "" : " (cannot run Codex in AWF: not looked at)"}`,
    ...(job.mayMatter ? job.steps : []).map(
      ({ name, uses, run, span }) =>
        `  line ${lineOf(span.start)}: ${name ?? uses ?? "a step without a name"}${run ? ` (${run.source.length} characters)` : ""}`,
    ),
  ]);
}

function runLines(run: CodexRun, lineOf: LineOf): readonly string[] {
  const contents = run.config.map((content) =>
    (content ?? [])
      .map((part) => (part.kind === "known" ? part.expanded.text.text : `# written by ${part.what}\n`))
      .join(""),
  );
  return [
    `line ${lineOf(run.span.start)}: ${run.starter} ${JSON.stringify(run.args)}`,
    `  Codex ${run.codexVersion ?? "of any version"}, AWF ${run.awfVersion ?? "of any version"}, proxy ${run.apiProxy.on ? "on" : "off"}`,
    ...contents.flatMap((content, index) => [
      `  ${run.configPath}, way ${index + 1} of ${contents.length}:`,
      ...content.split("\n").map((line) => `    ${line}`.trimEnd()),
    ]),
  ];
}
