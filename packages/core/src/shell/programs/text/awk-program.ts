import type { MatchBudget } from "../../expansion/match-budget.js";
import { readPattern, readPrimary, type Awk, type Expression, type Test } from "./awk-expression.js";
import { take } from "./sed-reader.js";

/** What a rule does. */
export type Action =
  | { readonly kind: "print"; readonly words: readonly Expression[] }
  | { readonly kind: "next" }
  | { readonly kind: "exit"; readonly status: number };

/** A rule: its pattern and its actions. */
export interface Rule {
  readonly when: "BEGIN" | "END" | Test;
  readonly actions: readonly Action[];
}

/**
 * Parses a program that prints fields and lines; `undefined` for any other. Not known: assignments, arithmetic,
 * functions, `printf`, control flow, redirections, ranges, and comparisons that depend on what looks like a number.
 */
export function parseAwk(
  source: string,
  variables: ReadonlyMap<string, string>,
  budget: MatchBudget,
): readonly Rule[] | undefined {
  const reader: Awk = {
    source,
    index: 0,
    isExtended: true,
    budget,
    variables,
    arrays: new Set(),
    hasRecord: true,
  };
  const rules: Rule[] = [];
  for (;;) {
    take(reader, /^[\s;]+/);
    if (reader.index === source.length) return rules.length === 0 ? undefined : rules;
    const word = take(reader, /^(?:BEGIN|END)\b/);
    reader.hasRecord = word === undefined;
    const isPlain = word === undefined && take(reader, /^(?=\{)/) !== undefined;
    const when = word === "BEGIN" || word === "END" ? word : isPlain ? () => true : readPattern(reader);
    take(reader, /^[ \t]+/);
    const isBlock = take(reader, /^\{/) !== undefined;
    const actions = isBlock ? readActions(reader) : word === undefined ? [printLine()] : undefined;
    if (!when || !actions || (!isBlock && take(reader, /^(?=[;\n]|$)/) === undefined)) return undefined;
    rules.push({ when, actions });
  }
}

function printLine(): Action {
  return { kind: "print", words: [({ line }) => line] };
}

function readActions(reader: Awk): readonly Action[] | undefined {
  const actions: Action[] = [];
  for (;;) {
    take(reader, /^[\s;]+/);
    if (take(reader, /^\}/) !== undefined) return actions;
    const action = readAction(reader);
    if (!action || take(reader, /^[ \t]*(?=[;\n}])/) === undefined) return undefined;
    actions.push(action);
  }
}

function readAction(reader: Awk): Action | undefined {
  const name = take(reader, /^(?:print|next|exit)\b[ \t]*/)?.trim();
  if (name === undefined) return undefined;
  if (name === "print") return readPrint(reader);
  if (!reader.hasRecord) return undefined;
  return name === "next" ? { kind: "next" } : { kind: "exit", status: Number(take(reader, /^\d{1,2}/) ?? 0) };
}

function readPrint(reader: Awk): Action | undefined {
  if (take(reader, /^(?=[;\n}])/) !== undefined) return reader.hasRecord ? printLine() : undefined;
  const words: Expression[] = [];
  do {
    const parts: Expression[] = [];
    while (take(reader, /^[ \t]*(?=[,;\n}])/) === undefined) {
      take(reader, /^[ \t]+/);
      const part = readPrimary(reader);
      if (!part) return undefined;
      parts.push(part);
    }
    if (parts.length === 0) return undefined;
    words.push((record) => parts.map((part) => part(record)).join(""));
  } while (take(reader, /^,[ \t]*/) !== undefined);
  return { kind: "print", words };
}
