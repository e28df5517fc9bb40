import { type CommandSpan, commandSpans } from "../shell/index.js";
import { firstLine, lineStart, type Span } from "../text/index.js";
import type { RunScript, Workflow } from "../workflow/index.js";

/**
 * The line for a location above which a comment can be inserted without changing what the workflow does: the location's
 * own line, or the first line of the command or YAML value that it belongs to. Without the line's indentation.
 */
export function commentableLine(workflow: Workflow, location: Span): Span {
  const { text } = workflow;
  const owner = ownerOf(workflow, location.start);
  if (!owner) return firstLine(text, location);
  const { script, keySpan } = owner;
  if (lineStart(text, keySpan.start) === lineStart(text, location.start)) return firstLine(text, location);
  // In a literal block scalar, a line of the script is a line of the file; in other scalars, a comment would be text.
  if (!script || text[script.span.start] !== "|") return lineAt(text, keySpan.start);
  const commands = commandSpans(script.script).filter(({ isSimple }) => isSimple);
  const bodies = commands.flatMap(({ hereDocuments }) => hereDocuments);
  const isText = bodies.some((body) => contains(body, location.start));
  let line = lineAt(text, location.start);
  while (line.start > script.span.start) {
    const { start } = line;
    const isWithin = commands.some(({ span }) => span.start < start && start < span.end);
    if (!isContinued(text, start) && (isText || !isWithin))
      return start <= location.start && location.start <= line.end ? firstLine(text, location) : line;
    line = lineAt(text, lineStart(text, start) - 1);
  }
  return lineAt(text, keySpan.start);
}

/**
 * The span that a comment above the line at `lineStart` applies to, if it is more than the line: the script of a `run:`
 * key, or a command with its here-documents.
 */
export function linesBelowComment(workflow: Workflow, lineStart: number): Span | undefined {
  const { text } = workflow;
  const end = firstLine(text, { start: lineStart, end: text.length }).end;
  for (const script of scriptsAround(workflow, lineStart)) {
    const { keySpan, span } = script;
    if (keySpan.start >= lineStart && keySpan.start < end) return span.end > end ? span : undefined;
    if (!contains(span, lineStart) || text[span.start] !== "|") continue;
    const below = commandSpans(script.script).find((command) => isAt(command, lineStart, end));
    return below && below.span.end > end ? below.span : undefined;
  }
  return undefined;
}

/**
 * The first line of the command that a comment line cuts off after a backslash; `undefined` if it does not cut one off.
 */
export function continuedCommand(workflow: Workflow, comment: number): Span | undefined {
  const { text } = workflow;
  const script = scriptsAround(workflow, comment).find(({ span }) => contains(span, comment));
  if (!script || text[script.span.start] !== "|" || !isContinued(text, comment)) return undefined;
  // The comment does not belong to a command, but the line before it does.
  let before = lineStart(text, comment);
  while (isContinued(text, before)) before = lineStart(text, before - 1);
  const content = before + (/^[ \t]*/.exec(text.slice(before))?.[0].length ?? 0);
  return commentableLine(workflow, { start: content, end: content + 1 });
}

/** The script or variable that a location belongs to. */
interface Owner {
  readonly keySpan: Span;
  /** `undefined` if the owner is a variable. */
  readonly script: RunScript | undefined;
}

function ownerOf(workflow: Workflow, offset: number): Owner | undefined {
  const job = workflow.jobs.findLast(({ idSpan }) => idSpan.start <= offset);
  const script = scriptsAround(workflow, offset).find(
    ({ keySpan, span }) => keySpan.start <= offset && offset < span.end,
  );
  if (script) return { keySpan: script.keySpan, script };
  const environments = job ? [job.env, ...job.steps.map((step) => step.env)] : [workflow.env];
  for (const { keySpan, text } of environments.flatMap((environment) => [...environment.values()])) {
    if (keySpan.start <= offset && offset < text.endInFile(text.text.length))
      return { keySpan, script: undefined };
  }
  return undefined;
}

/** The scripts of the job that holds the offset. */
function scriptsAround({ jobs }: Workflow, offset: number): readonly RunScript[] {
  const job = jobs.findLast(({ idSpan }) => idSpan.start <= offset);
  return job?.steps.flatMap(({ run }) => run ?? []) ?? [];
}

function isAt({ span }: CommandSpan, lineStart: number, lineEnd: number): boolean {
  return span.start >= lineStart && span.start < lineEnd;
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** The line at `offset`, without its indentation and its line end. */
function lineAt(text: string, offset: number): Span {
  const start = lineStart(text, offset);
  const line = firstLine(text, { start, end: text.length });
  const content = start + (/^[ \t]*(?:- +)*/.exec(text.slice(start, line.end))?.[0].length ?? 0);
  return { start: Math.min(content, line.end), end: line.end };
}

/** Whether the line before that of `offset` ends with a backslash that joins the two. */
function isContinued(text: string, offset: number): boolean {
  let last = lineStart(text, offset) - 2;
  if (text[last] === "\r") last--;
  let backslashes = 0;
  while (text[last - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
