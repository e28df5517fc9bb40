import {
  forEachChild,
  type Command,
  type CommandExpansionPart,
  type ProcessSubstitutionPart,
  type Statement,
  type SyntaxNode,
} from "unbash";
import { unmappedText } from "../../text/index.js";
import { originOf, placeOf, unknownAt, type Context, type Substitutions } from "../context.js";
import { EMPTY, unknownContent, valueOfContent, withoutTrailingLines } from "../files/content.js";
import { textValue, unknownValue, type Unknown, type Value } from "../values/value.js";
import { hasErrexit } from "../state/errexit.js";
import { ControlFlow } from "../state/control-flow.js";
import { forgetAll, isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { readDescriptor, writeDescriptor } from "./descriptors.js";
import { withRedirections } from "./redirections.js";
import type { Interpreter } from "./interpreter.js";
import { runSubshell } from "./processes.js";

/** The substitutions of an interpreter. */
export function substitutionsOf(interpreter: Interpreter): Substitutions {
  return {
    command: (part, context) => runSubstitution(interpreter, part, context),
    process: (part, context) => runProcessSubstitution(interpreter, part, context),
  };
}

function runSubstitution(interpreter: Interpreter, part: CommandExpansionPart, context: Context): Value {
  const { state } = context;
  const { script } = part;
  if (!script || (script.errors ?? []).length > 0)
    return notFollowed(unknownAt(part, context, `\`${part.text}\``), state);
  if (losesSeparator(part.text) && script.commands.some(hasHereDocument))
    return notFollowed(unknownAt(part, context, "a here-document in `$(...)`"), state);
  const id = `substitution ${placeOf(part, context)} ${String(state.depth)}`;
  const isPosix = isOn(state, "posix");
  const own: Context = {
    ...context,
    // Dash does not pass on to `$(...)` that its own command is tested.
    isTested: context.isTested && !isPosix,
    script:
      script.source === undefined ? context.script : unmappedText(script.source, originOf(part, context)),
  };
  const read = readOf(script.commands);
  const status = runSubshell(
    interpreter,
    state,
    () => {
      state.depth++;
      state.buffers.set(id, EMPTY);
      state.descriptors.set("1", { kind: "buffer", id });
      // Inside `$(...)`, Bash ignores `set -e` unless `inherit_errexit` is on.
      if (!isPosix && !isOn(state, "inherit_errexit")) state.options.set("errexit", false);
      if (!read) return interpreter.runStatements(script.commands, own);
      const printed = withRedirections(read.redirects, own, read, () => {
        writeDescriptor(state, 1, readDescriptor(state, 0) ?? EMPTY, originOf(part, context));
        return 0;
      });
      return printed ?? 1;
    },
    { keepsLoops: true, isOutlived: true },
  );
  state.statuses.set("", status);
  state.statuses.set("substitution", status);
  // With `set -e`, a missing file in `$(< file)` ends the script, whatever follows.
  if (read && status === 1 && hasErrexit(state)) throw new ControlFlow({ kind: "exit", status });
  const content = state.buffers.get(id) ?? EMPTY;
  state.buffers.set(id, undefined);
  if (content.some((piece) => piece.kind === "unknown")) {
    const programs = content.flatMap((piece) => (piece.kind === "unknown" ? [piece] : []));
    const [first] = programs;
    if (content.length === 1 && first?.unknown) return unknownValue({ ...first.unknown, label: part.text });
    return unknownValue(unknownAt(part, context, first?.what ?? `\`${part.text}\``));
  }
  if (content.length === 0) return textValue("", originOf(part, context));
  return withoutTrailingLines(valueOfContent(content), () =>
    unknownAt(part, context, `the last lines of \`${part.text}\``),
  );
}

/** The value of a substitution whose commands are not followed. */
function notFollowed(unknown: Unknown, state: ShellState): Value {
  forgetAll(state, unknown);
  const status: Status = { ...unknown, id: `status ${unknown.id}`, label: "$?" };
  state.statuses.set("", status);
  state.statuses.set("substitution", status);
  return unknownValue(unknown);
}

/**
 * Bash 5.2 prints the commands of `$(...)` and parses them again before it runs them. It leaves out the first `;` between
 * two commands after a here-document: the second one becomes arguments of the first. Other releases do not.
 */
function losesSeparator(text: string): boolean {
  if (!text.includes("<<") || text.startsWith("`")) return false;
  const lines = text.split("\n");
  return lines.some((line, start) => {
    const document = DOCUMENT.exec(line);
    if (!document) return false;
    const end = lines.findIndex((other, index) => index > start && other.replace(/^\t+/, "") === document[1]);
    // What only looks like the start of a here-document has no end.
    const behind = lines.slice((end === -1 ? start : end) + 1);
    return [line, ...behind].some((other) => SEPARATOR.test(other));
  });
}

/** Whether commands have a here-document: `echo "X<<END"` has none. That of an inner `$(...)` is written anew on its own. */
function hasHereDocument(root: SyntaxNode): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "HereDoc") return true;
    if (node.type === "CommandExpansion" || node.type === "ProcessSubstitution") continue;
    forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return false;
}

/** The start of a here-document. `<<<` is none. */
const DOCUMENT = /(?<!<)<<(?!<)-?[ \t]*["'\\]?([\w.-]+)/;

/** A `;` that is not that of a `case` or a keyword. */
const SEPARATOR = /(?<!;);[ \t]*(?!(?:then|do|else|elif|fi|done|esac)\b)[^\s;&})]/;

/** The command of `$(< file)`, which Bash carries out itself by reading the file. */
function readOf([only, ...others]: readonly Statement[]): Command | undefined {
  const command = only?.command;
  const isRead =
    others.length === 0 &&
    command?.type === "Command" &&
    !command.name &&
    command.redirects.length === 1 &&
    command.redirects[0]?.operator === "<";
  return isRead ? command : undefined;
}

/** `<(...)` is a file with the output of its commands; the commands of `>(...)` read what is written to it. */
function runProcessSubstitution(
  interpreter: Interpreter,
  part: ProcessSubstitutionPart,
  context: Context,
): Value {
  const { state } = context;
  const path = `/dev/fd/process-${placeOf(part, context)}`;
  const { script } = part;
  const id = `process ${placeOf(part, context)}`;
  if (part.operator === "<" && script) {
    runSubshell(
      interpreter,
      state,
      () => {
        state.buffers.set(id, EMPTY);
        state.descriptors.set("1", { kind: "buffer", id });
        return interpreter.runStatements(script.commands, context);
      },
      { keepsLoops: true, isOutlived: true },
    );
    state.files.put(path, { kind: "file", content: state.buffers.get(id) ?? EMPTY, isExecutable: false });
    state.buffers.set(id, undefined);
  } else if (script) {
    // The commands get the written text later; their input is not followed.
    const unknown = unknownAt(part, context, `\`${part.text}\``);
    const mark = state.journal.mark();
    runSubshell(
      interpreter,
      state,
      () => {
        state.inputs.set(id, unknownContent(unknown));
        state.descriptors.set("0", { kind: "input", id });
        return interpreter.runStatements(script.commands, context);
      },
      { keepsLoops: true, isOutlived: true },
    );
    state.inputs.set(id, undefined);
    state.files.unsettle(mark, unknown);
  }
  return textValue(path, originOf(part, context));
}
