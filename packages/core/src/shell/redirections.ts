import type { Redirection } from "unbash";
import { firstLine, lazySpan, spanInFile, unmappedText, type Span } from "../text/index.js";
import { hereDocumentText, lazyExpansion, wordText } from "./expanded-text.js";
import { valueOf } from "./fields.js";
import { appendContent, NO_FILE, readFile, type Alternatives } from "./files.js";
import { NO_OUTPUT } from "./command-call.js";
import type { ScriptContext } from "./interpreter.js";
import { resolvePath } from "./path.js";
import { copyScope } from "./scope.js";

interface Node {
  readonly pos: number;
  readonly end: number;
}

/** The first line of a node, in the lock file. */
export function originOf(node: Node, context: ScriptContext): Span {
  return lazySpan(() => {
    const line = firstLine(context.script.text, { start: node.pos, end: node.end });
    return spanInFile(context.script, line.start, line.end);
  });
}

/** What redirections put on a command's standard input; the last one counts. */
export function inputOf(
  redirections: readonly Redirection[],
  context: ScriptContext,
  node: Node,
): Alternatives | undefined {
  const { script, state } = context;
  let input: Alternatives | undefined;
  for (const redirection of redirections) {
    if (redirection.descriptor !== undefined && !isDescriptor(redirection, 0)) continue;
    if (redirection.type === "HereDoc") {
      const scope = copyScope(state.scope);
      const expanded = lazyExpansion(() => hereDocumentText(script, redirection, scope));
      input = [[{ kind: "known", expanded, origin: originOf(node, context) }]];
    } else if (redirection.type === "HereString") {
      const expanded = redirection.target ? wordText(script, redirection.target, state.scope) : undefined;
      if (!expanded) continue;
      const origin = originOf(node, context);
      const lineFeed = { text: unmappedText("\n", origin), guesses: [] };
      input = [
        [
          { kind: "known", expanded, origin },
          { kind: "known", expanded: lineFeed, origin },
        ],
      ];
    } else if (redirection.operator === "<" && redirection.target) {
      input = readFile(state.files, resolvePath(valueOf(redirection.target, state.scope), state.directory));
    }
  }
  return input;
}

/** What the files that a command's output goes to held when they were opened, by path. */
export type OpenFiles = ReadonlyMap<string, Alternatives>;

/** Opens the files for output before the command runs: `cat f > f` finds nothing in it. */
export function openRedirections(redirections: readonly Redirection[], { state }: ScriptContext): OpenFiles {
  const opened = new Map<string, Alternatives>();
  for (const redirection of redirections) {
    if (redirection.type !== "Redirect" || !redirection.target) continue;
    const target = valueOf(redirection.target, state.scope);
    const path = resolvePath(target, state.directory);
    if (path.startsWith("/dev/") || (redirection.operator === ">&" && isDescriptorName(target))) continue;
    if (TRUNCATING.has(redirection.operator)) state.files.set(path, NO_OUTPUT);
    else if (APPENDING.has(redirection.operator))
      state.files.set(path, appendContent(readFile(state.files, path), NO_OUTPUT));
    opened.set(path, readFile(state.files, path));
  }
  return opened;
}

const TRUNCATING: ReadonlySet<string> = new Set([">", ">|", "&>", ">&"]);
const APPENDING: ReadonlySet<string> = new Set([">>", "&>>"]);

/** Writes a command's output where its redirections send it; returns what is left for a pipe. */
export function applyRedirections(
  redirections: readonly Redirection[],
  output: Alternatives,
  context: ScriptContext,
  node: Node,
  opened: OpenFiles,
): Alternatives {
  const { state } = context;
  let left = output;
  for (const redirection of redirections) {
    if (redirection.type !== "Redirect" || redirection.target === undefined) continue;
    const { operator } = redirection;
    if (operator === "<" || operator === "<&" || operator === "<>") continue;
    const target = valueOf(redirection.target, state.scope);
    if (operator === ">&" && isDescriptorName(target)) {
      // `>&2` and `1>&2` send the output away; `2>&1` adds what is printed as errors, which is not known.
      if (redirection.descriptor === undefined || isDescriptor(redirection, 1)) left = NO_OUTPUT;
      continue;
    }
    const isOutput =
      redirection.descriptor === undefined || isDescriptor(redirection, 1) || operator.startsWith("&");
    const path = resolvePath(target, state.directory);
    if (path.startsWith("/dev/")) {
      if (isOutput) left = NO_OUTPUT;
      continue;
    }
    const unknown = (program: string): Alternatives => [
      [{ kind: "unknown", program, origin: originOf(node, context) }],
    ];
    if (readFile(state.files, path) !== (opened.get(path) ?? NO_FILE)) {
      // The command itself changed the file that it writes to: which came first is not worked out.
      state.files.set(path, unknown("several commands at once"));
    } else {
      const written: Alternatives = isOutput ? left : unknown("an error stream");
      const appends = APPENDING.has(operator);
      state.files.set(path, appends ? appendContent(readFile(state.files, path), written) : written);
    }
    if (isOutput) left = NO_OUTPUT;
  }
  return left;
}

/** `1` and `-` behind `>&` are no files. */
function isDescriptorName(target: string): boolean {
  return /^(\d+|-)$/.test(target);
}

function isDescriptor(redirection: Redirection, value: number): boolean {
  return redirection.descriptor?.type === "FileDescriptor" && redirection.descriptor.value === value;
}
