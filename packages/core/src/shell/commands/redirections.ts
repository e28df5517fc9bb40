import type { Redirection } from "unbash";
import { type Context, type Node, originOf, placeOf } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import { discardedStatus } from "../state/running-trap.js";
import { ControlFlow } from "../state/control-flow.js";
import { assignVariable } from "../state/assignment.js";
import { type Descriptor, isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { knownText, textValue } from "../values/value.js";
import { descriptorOf } from "./descriptors.js";
import { hereDocument, hereString } from "./here-documents.js";
import { openInput, openOutput } from "./opened-files.js";

/**
 * Runs a command with its redirections, and restores the descriptors afterwards. `undefined` if a redirection fails, so
 * that the command does not run. The redirections of an external command (`isExternal`) belong to its own process: an
 * error in them ends that process, not the shell.
 */
export function withRedirections(
  redirections: readonly Redirection[],
  context: Context,
  node: Node,
  run: () => Status,
  isExternal = false,
): Status | undefined {
  if (redirections.length === 0) return run();
  const { state } = context;
  const before = new Map<string, Descriptor | undefined>();
  const opened = openOrEnd(isExternal, state, () => openAll(redirections, context, node, before));
  try {
    if (opened === true) return run();
    return opened === false ? undefined : opened;
  } finally {
    const left = [...before.keys()].map((number) => state.descriptors.get(number));
    for (const [number, descriptor] of before) state.descriptors.set(number, descriptor);
    for (const descriptor of left) forgetClosed(state, descriptor);
  }
}

/** POSIX's special built-ins, and `local`, which Dash counts among them. */
const SPECIAL =
  /^(?:[.:]|break|continue|eval|exec|exit|export|local|readonly|return|set|shift|times|trap|unset)$/;

/**
 * The status of a command with that name of which a redirection fails.
 *
 * @throws ControlFlow in Dash if it is a special built-in, which ends the shell
 */
export function failedRedirection(state: ShellState, name = ""): Status {
  if (!isOn(state, "posix")) return 1;
  if (SPECIAL.test(name)) throw new ControlFlow({ kind: "exit", status: 2 });
  return 2;
}

/** Opens files; an error that ends the process of a program gives its status. */
function openOrEnd(isExternal: boolean, state: ShellState, open: () => boolean): boolean | Status {
  try {
    return open();
  } catch (error) {
    if (!isExternal || !(error instanceof ControlFlow)) throw error;
    return error.leaving.kind === "discard" ? discardedStatus(state) : false;
  }
}

/** Applies the redirections of `exec`, which stay; `false` if one fails. */
export function redirectForGood(redirections: readonly Redirection[], context: Context, node: Node): boolean {
  return openAll(redirections, context, node, new Map());
}

/** Drops the content of a closed descriptor, so that it does not keep two ways apart. */
function forgetClosed(state: ShellState, descriptor: Descriptor | undefined): void {
  if (!descriptor || !("id" in descriptor)) return;
  const isUsed = state.descriptors.keys().some((number) => {
    const other = state.descriptors.get(number);
    return other !== undefined && "id" in other && other.id === descriptor.id;
  });
  if (isUsed || descriptor.kind === "buffer") return;
  state.inputs.set(descriptor.id, undefined);
  state.openFiles.set(descriptor.id, undefined);
}

/** Applies redirections in order, and notes in `before` which descriptors they replace; `false` if one fails. */
function openAll(
  redirections: readonly Redirection[],
  context: Context,
  node: Node,
  before: Map<string, Descriptor | undefined>,
): boolean {
  const { descriptors } = context.state;
  const set: SetDescriptor = (number, descriptor) => {
    const key = String(number);
    if (!before.has(key)) before.set(key, descriptors.get(key));
    descriptors.set(key, descriptor);
  };
  return redirections.every((redirection) => open(redirection, context, node, set));
}

type SetDescriptor = (number: number, descriptor: Descriptor | undefined) => void;

function open(redirection: Redirection, context: Context, node: Node, set: SetDescriptor): boolean {
  const id = placeOf(redirection, context);
  const number = numberOf(redirection, context);
  if (redirection.type === "HereDoc" || redirection.type === "HereString") {
    const text =
      redirection.type === "HereDoc" ? hereDocument(redirection, context) : hereString(redirection, context);
    if (!text) return false;
    // An empty here-document is kept, too: a fix can insert text there.
    context.state.inputs.set(id, [{ kind: "known", expanded: text, origin: originOf(node, context) }]);
    set(number ?? 0, { kind: "input", id });
    return true;
  }
  if (!redirection.target) return true;
  const target = valueOf(redirection.target, context);
  const { operator } = redirection;
  if (operator === ">&" || operator === "<&") {
    const duplicated = DUPLICATED.exec(knownText(target) ?? "");
    if (duplicated)
      return duplicate(context.state, duplicated[1], number ?? (operator === ">&" ? 1 : 0), set);
  }
  const isInput = operator === "<" || operator === "<&";
  const descriptor = isInput
    ? openInput(target, id, context, node)
    : openOutput(target, operator, id, context, node);
  if (!descriptor) return false;
  set(number ?? (isInput || operator === "<>" ? 0 : 1), descriptor);
  if (operator === "&>" || operator === "&>>" || (operator === ">&" && number === undefined))
    set(2, descriptor);
  return true;
}

/** The word after `>&` or `<&`: a descriptor's number, or `-` for none. */
const DUPLICATED = /^(\d+)-?$|^-$/;

/** Makes descriptor `to` a copy of `from`, or closes it if that is `undefined`; `false` if `from` is closed. */
function duplicate(state: ShellState, from: string | undefined, to: number, set: SetDescriptor): boolean {
  if (from === undefined) set(to, isStandard(to) ? { kind: "nothing" } : undefined);
  else if (!isStandard(Number(from)) && !state.descriptors.get(from)) return false;
  else set(to, descriptorOf(state, Number(from)));
  return true;
}

/** Whether a descriptor is open when a script starts. */
function isStandard(number: number): boolean {
  return number <= 2;
}

function numberOf({ descriptor }: Redirection, { state }: Context): number | undefined {
  if (descriptor?.type !== "FileDescriptorVariable") return descriptor?.value;
  let number = 10;
  while (state.descriptors.get(String(number))) number++;
  assignVariable(state, descriptor.name, textValue(String(number), { start: 0, end: 0 }));
  return number;
}
