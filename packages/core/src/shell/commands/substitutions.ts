import type { CommandExpansionPart, ProcessSubstitutionPart } from "unbash";
import { unmappedText } from "../../text/index.js";
import { originOf, placeOf, unknownAt, type Context, type Substitutions } from "../context.js";
import { EMPTY, valueOfContent, withoutTrailingLines } from "../files/content.js";
import { textValue, unknownValue, type Value } from "../values/value.js";
import { ControlFlow } from "../state/control-flow.js";
import { isOn } from "../state/shell-state.js";
import { runSubshell, type Interpreter } from "./interpreter.js";

/** How an interpreter runs the scripts that stand in words. */
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
    return unknownValue(unknownAt(part, context, `\`${part.text}\``));
  const id = `substitution ${placeOf(part, context)} ${String(state.depth)}`;
  const own: Context = {
    ...context,
    script:
      script.source === undefined ? context.script : unmappedText(script.source, originOf(part, context)),
  };
  state.depth++;
  const status = runSubshell(interpreter, state, () => {
    state.buffers.set(id, EMPTY);
    state.descriptors.set("1", { kind: "buffer", id });
    // Bash does not stop in there at the first failure, other than where it is told to.
    if (state.options.get("inherit_errexit") !== true) state.options.set("errexit", false);
    return interpreter.runStatements(script.commands, own);
  });
  state.depth--;
  state.statuses.set("", status);
  state.statuses.set("substitution", status);
  // Bash reads the file of `$(< file)` itself, and ends with `set -e` where it is not there, whatever follows.
  const [only, ...others] = script.commands;
  const isRead =
    only?.command.type === "Command" &&
    others.length === 0 &&
    !only.command.name &&
    only.command.redirects[0]?.operator === "<";
  if (isRead && status === 1 && isOn(state, "errexit")) throw new ControlFlow({ kind: "exit", status });
  const content = state.buffers.get(id) ?? EMPTY;
  state.buffers.set(id, undefined);
  if (content.some((piece) => piece.kind === "unknown")) {
    const programs = content.flatMap((piece) => (piece.kind === "unknown" ? [piece] : []));
    const [first] = programs;
    if (content.length === 1 && first?.unknown) return unknownValue({ ...first.unknown, label: part.text });
    return unknownValue(unknownAt(part, context, first?.program ?? `\`${part.text}\``));
  }
  if (content.length === 0) return textValue("", originOf(part, context));
  return withoutTrailingLines(valueOfContent(content));
}

/** `<(...)` is a file with what the commands print; `>(...)` runs them with what is written to it. */
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
    runSubshell(interpreter, state, () => {
      state.buffers.set(id, EMPTY);
      state.descriptors.set("1", { kind: "buffer", id });
      return interpreter.runStatements(script.commands, context);
    });
    state.files.put(path, { kind: "file", content: state.buffers.get(id) ?? EMPTY, isExecutable: false });
    state.buffers.set(id, undefined);
  } else if (script) {
    // What is written to it comes to the commands later: what they read is not followed.
    runSubshell(interpreter, state, () => interpreter.runStatements(script.commands, context));
  }
  return textValue(path, originOf(part, context));
}
