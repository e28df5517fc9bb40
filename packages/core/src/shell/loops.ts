import type { CompoundList, For, While } from "unbash";
import { choose, NOTHING, type Branch } from "./branches.js";
import type { CommandResult } from "./command-call.js";
import { NO_OUTPUT, SUCCESS } from "./command-call.js";
import { fieldsOf } from "./fields.js";
import { appendContent, readFile, sameAlternatives, type Alternatives } from "./files.js";
import type { Interpreter, ScriptContext } from "./interpreter.js";
import { originOf } from "./redirections.js";
import { isKnown, mergeScope, setVariable } from "./scope.js";
import { forkState, type ShellState } from "./state.js";

/** Longer lists of words are not followed word by word. */
const MAX_ROUNDS = 100;

/** The body of a loop, which may run not at all, once or more often. */
export function runLoop(
  interpreter: Interpreter,
  body: CompoundList,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const run: Branch = (branch) => interpreter.runStatements(body.commands, branch, input);
  const repeated: Branch = (branch) => {
    const once = run(branch);
    const again = forkState(branch.state);
    run({ script: branch.script, state: again });
    forgetDifferences(branch.state, again);
    return {
      output: once.output === NO_OUTPUT ? NO_OUTPUT : unknownOutput(body, context),
      status: "unknown",
    };
  };
  return choose("unknown", context, repeated, NOTHING);
}

/** `for` over words that are known: a round for each. */
export function runFor(
  interpreter: Interpreter,
  node: For,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const { scope } = context.state;
  const words = (node.wordlist ?? []).flatMap((word) => fieldsOf(word, scope));
  const body = context.script.text.slice(node.body.pos, node.body.end);
  // Patterns become the files that match them; after a `break`, the rounds that are left do not happen.
  const isKnownList = node.wordlist !== undefined && words.every(isPlain) && words.length <= MAX_ROUNDS;
  if (!isKnownList || /\b(break|continue)\b/.test(body)) {
    scope.variables.delete(node.name.value);
    return runLoop(interpreter, node.body, context, input);
  }
  let result = SUCCESS;
  for (const word of words) {
    setVariable(scope, node.name.value, word);
    const { output, status } = interpreter.runStatements(node.body.commands, context, input);
    result = { output: output === NO_OUTPUT ? result.output : appendContent(result.output, output), status };
  }
  return result;
}

function isPlain(word: string): boolean {
  return isKnown(word) && !/[*?[{]/.test(word);
}

/** The condition runs once at least, and is often all there is: `until awf ...; do sleep 1; done`. */
export function runWhile(
  interpreter: Interpreter,
  node: While,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  interpreter.runStatements(node.clause.commands, context, input);
  return runLoop(interpreter, node.body, context, input);
}

/** What a second round changes depends on how many there are. Changes `state`. */
function forgetDifferences(state: ShellState, again: ShellState): void {
  mergeScope(state.scope, again.scope);
  for (const [path, alternatives] of again.files) {
    if (!sameAlternatives(readFile(state.files, path), alternatives)) {
      const origin = alternatives.flatMap((content) => content ?? [])[0]?.origin ?? { start: 0, end: 0 };
      state.files.set(path, [[{ kind: "unknown", program: "a loop", origin }]]);
    }
  }
}

function unknownOutput(body: CompoundList, context: ScriptContext): Alternatives {
  return [[{ kind: "unknown", program: "a loop", origin: originOf(body, context) }]];
}
