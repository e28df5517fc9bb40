import type { MatchBudget } from "../../expansion/match-budget.js";
import type { Awk } from "./awk-expression.js";
import { printLine, readBlock, skipBlanks, type Statement } from "./awk-statement.js";
import { readTest, type Test } from "./awk-test.js";
import type { Memory } from "./awk-values.js";
import { take } from "./sed-reader.js";

/** A rule: its pattern and its statements. */
export interface Rule {
  readonly when: "BEGIN" | "END" | Test;
  readonly statements: readonly Statement[];
}

/** A program; it may run once, because its rules remember. */
export interface Program {
  readonly rules: readonly Rule[];
  readonly exits: boolean;
}

/**
 * Parses a program that prints and changes lines; `undefined` for any other. Not known: arithmetic, functions but `sub` and
 * `gsub`, loops, arrays, redirections, assignments of fields, and comparisons that depend on what looks like a number.
 */
export function parseAwk(source: string, memory: Memory, budget: MatchBudget): Program | undefined {
  const reader: Awk = {
    source,
    index: 0,
    isExtended: true,
    budget,
    linesIn: () => undefined,
    memory,
    arrays: new Set(),
    hasRecord: true,
    exits: false,
  };
  const rules: Rule[] = [];
  for (;;) {
    skipBlanks(reader);
    if (reader.index === source.length)
      return rules.length === 0 ? undefined : { rules, exits: reader.exits };
    const word = take(reader, /^(?:BEGIN|END)\b/);
    reader.hasRecord = word === undefined;
    const isPlain = word === undefined && take(reader, /^(?=\{)/) !== undefined;
    const when = word === "BEGIN" || word === "END" ? word : isPlain ? () => true : readPattern(reader);
    take(reader, /^[ \t]+/);
    const isBlock = take(reader, /^\{/) !== undefined;
    const statements = isBlock ? readBlock(reader) : word === undefined ? [printLine] : undefined;
    if (!when || !statements || (!isBlock && take(reader, /^(?=[;\n]|$)/) === undefined)) return undefined;
    rules.push({ when, statements });
  }
}

/** A condition, or two of them for a range of lines. */
function readPattern(reader: Awk): Test | undefined {
  const first = readTest(reader);
  if (!first || take(reader, /^\s*,\s*/) === undefined) return first;
  const last = readTest(reader);
  let isInside = false;
  return (
    last &&
    ((record) => {
      const isMeant = isInside || first(record);
      isInside = isMeant && !last(record);
      return isMeant;
    })
  );
}
