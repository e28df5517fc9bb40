import { argumentOf, type Judgement, type UnknownCause } from "../faults/index.js";
import { type Assignment, merge, NOTHING, solutions } from "./assignment.js";
import type { UnknownPart } from "./unknown-part.js";

/** Judges a way with assumed values and, if given, a release of Codex. */
export type JudgeWith = (values: Assignment, release?: string) => Judgement;

/** Assigns each unknown part a value of the kind that its key accepts; `unfit` is a part without such a value. */
export function validValues(
  parts: readonly UnknownPart[],
  judgeWith: JudgeWith,
): { readonly judgement: Judgement; readonly values: Assignment; readonly unfit: UnknownCause | undefined } {
  let values = parts.reduce((all, { possible: [first] }) => (first ? merge(all, first) : all), NOTHING);
  let judgement = judgeWith(values);
  let rounds = parts.length;
  while (rounds-- > 0) {
    const part = parts.find((one) => isRefusedFor(judgement, one));
    if (!part) break;
    const { reason } = judgement;
    const fitting = valuesOfKind(part, judgement)
      .map((value) => merge(values, value))
      .find((one) => !isSameReason(judgeWith(one).reason, reason));
    if (!fitting) return { judgement, values, unfit: part.cause };
    values = fitting;
    judgement = judgeWith(values);
  }
  return { judgement, values, unfit: undefined };
}

/** Whether Codex rejects a part because its value is not of the kind that its key accepts. */
function isRefusedFor({ reason }: Judgement, { value }: UnknownPart): boolean {
  if (!value || !("path" in reason) || !WANTED.includes(reason.kind)) return false;
  const isInFile = value.argument === undefined;
  const isThere = isInFile
    ? "source" in reason && reason.source === "file"
    : value.argument === argumentOf(reason);
  return isThere && value.path.join("\0") === reason.path.join("\0");
}

const WANTED: readonly string[] = ["wrongType", "unknownValue"];

function valuesOfKind({ value }: UnknownPart, { reason }: Judgement): readonly Assignment[] {
  if (!value) return [];
  const texts = reason.kind === "unknownValue" ? reason.expected : ["false", "1", "[]", "{}", "text"];
  const written = value.isQuoted ? texts : texts.flatMap((text) => [text, JSON.stringify(text)]);
  return solutions(value.text, written);
}

function isSameReason(left: Judgement["reason"], right: Judgement["reason"]): boolean {
  const pathOf = (reason: Judgement["reason"]): string => ("path" in reason ? reason.path.join("\0") : "");
  return left.kind === right.kind && pathOf(left) === pathOf(right);
}

/**
 * The first part whose other values would change the report. Several parts may have to change together, so a value that
 * changes the reason is kept while the next parts are tried.
 */
export function findDecidingPart(
  parts: readonly UnknownPart[],
  judgement: Judgement,
  values: Assignment,
  judgeWith: JudgeWith,
  differs: (judgement: Judgement) => boolean,
): UnknownCause | undefined {
  let current = values;
  let { reason } = judgement;
  for (const { cause, possible } of parts) {
    let next: { readonly values: Assignment; readonly reason: Judgement["reason"] } | undefined;
    for (const value of possible.slice(1)) {
      const changed = merge(current, value);
      const other = judgeWith(changed);
      if (differs(other)) return cause;
      if (!isSameReason(other.reason, reason)) next ??= { values: changed, reason: other.reason };
    }
    if (next) ({ values: current, reason } = next);
  }
  return undefined;
}
