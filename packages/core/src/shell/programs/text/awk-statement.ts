import { type Awk, type Expression, isVariable, readJoined, readText } from "./awk-expression.js";
import { readSubstitution } from "./awk-substitution.js";
import { readTest } from "./awk-test.js";
import { asNumber, type AwkRecord, numberIn, UNSET } from "./awk-values.js";
import { take } from "./sed-reader.js";

/** A record while a program runs. */
export interface Run {
  record: AwkRecord;
  readonly print: (text: string) => void;
  /** The record with another line. */
  readonly changed: (line: string) => AwkRecord;
}

/** How a statement leaves the record; `undefined` if the next statement runs. */
export type Leaving = "next" | { readonly status: number } | undefined;

/** What a rule does. */
export type Statement = (run: Run) => Leaving;

/** `print`. */
export const printLine: Statement = ({ record, print }) => {
  print(`${record.line}\n`);
  return undefined;
};

/** The end of a simple statement. */
const END = /^[ \t]*(?=[;\n}])/;

/** Skips blanks, empty statements and comments. */
export function skipBlanks(reader: Awk): void {
  do take(reader, /^[\s;]+/);
  while (take(reader, /^#.*/) !== undefined);
}

/** The statements up to the end of a block. */
export function readBlock(reader: Awk): readonly Statement[] | undefined {
  const statements: Statement[] = [];
  for (;;) {
    skipBlanks(reader);
    if (take(reader, /^\}/) !== undefined) return statements;
    const statement = readStatement(reader);
    if (!statement) return undefined;
    statements.push(statement);
  }
}

function readStatement(reader: Awk): Statement | undefined {
  if (take(reader, /^\{/) !== undefined) {
    const block = readBlock(reader);
    return block && ((run) => runAll(block, run));
  }
  if (take(reader, /^if[ \t]*(?=\()/) !== undefined) return readBranches(reader);
  const statement = readSimple(reader);
  return statement && take(reader, END) !== undefined ? statement : undefined;
}

/** Runs statements until one leaves the record. */
export function runAll(statements: readonly Statement[], run: Run): Leaving {
  for (const statement of statements) {
    const left = statement(run);
    if (left !== undefined) return left;
  }
  return undefined;
}

function readBranches(reader: Awk): Statement | undefined {
  if (take(reader, /^\(\s*/) === undefined) return undefined;
  const test = readTest(reader);
  if (!test || take(reader, /^\s*\)\s*/) === undefined) return undefined;
  const then = readStatement(reader);
  if (!then) return undefined;
  if (take(reader, /^\s*(?:;\s*)?else\b\s*/) === undefined)
    return (run) => (test(run.record) ? then(run) : undefined);
  const otherwise = readStatement(reader);
  return otherwise && ((run) => (test(run.record) ? then(run) : otherwise(run)));
}

function readSimple(reader: Awk): Statement | undefined {
  const name = take(reader, /^(?:printf?|next|exit|g?sub)\b[ \t]*/)?.trim();
  switch (name) {
    case undefined:
      return readAssignment(reader);
    case "print":
      return readPrint(reader);
    case "printf":
      return readFormat(reader);
    case "sub":
    case "gsub":
      return readSubstitution(reader, name === "gsub");
  }
  if (!reader.hasRecord) return undefined;
  if (name === "next") return () => "next";
  reader.exits = true;
  const status = Number(take(reader, /^\d{1,2}/) ?? 0);
  return () => ({ status });
}

/** `name = expression` and `name++`. */
function readAssignment(reader: Awk): Statement | undefined {
  const name = take(reader, /^[A-Za-z_]\w*/);
  if (name === undefined || !isVariable(name)) return undefined;
  const { memory } = reader;
  const { variables } = memory;
  if (take(reader, /^\+\+/) !== undefined)
    return () => {
      const number = numberIn(variables.get(name) ?? UNSET, memory);
      if (number === undefined) memory.isUnsure = true;
      variables.set(name, asNumber((number ?? 0) + 1));
      return undefined;
    };
  const value = take(reader, /^[ \t]*=(?!=)[ \t]*/) === undefined ? undefined : readValue(reader);
  return (
    value &&
    (({ record }) => {
      variables.set(name, value(record));
      return undefined;
    })
  );
}

/** What is assigned: a text, or whether a condition in parentheses holds. */
function readValue(reader: Awk): Expression | undefined {
  if (take(reader, /^(?=\()/) === undefined) return readJoined(reader, END);
  const test = readTest(reader);
  return test && ((record) => asNumber(test(record) ? 1 : 0));
}

function readPrint(reader: Awk): Statement | undefined {
  if (take(reader, /^(?=[;\n}])/) !== undefined) return reader.hasRecord ? printLine : undefined;
  const words = readList(reader);
  return (
    words &&
    (({ record, print }) => {
      print(`${words.map((word) => word(record).text).join(" ")}\n`);
      return undefined;
    })
  );
}

function readList(reader: Awk): readonly Expression[] | undefined {
  const words: Expression[] = [];
  do {
    const word = readJoined(reader, /^[ \t]*(?=[,;\n}])/);
    if (!word) return undefined;
    words.push(word);
  } while (take(reader, /^,[ \t]*/) !== undefined);
  return words;
}

/** `printf` with `%s` and `%%`. */
function readFormat(reader: Awk): Statement | undefined {
  const format = readText(reader);
  const words = take(reader, /^,[ \t]*/) === undefined ? [] : readList(reader);
  const pieces = format?.split(/(%s|%%)/);
  if (!words || !pieces || pieces.some((piece) => piece.includes("%") && !/^%[s%]$/.test(piece)))
    return undefined;
  if (pieces.filter((piece) => piece === "%s").length !== words.length) return undefined;
  return ({ record, print }) => {
    let next = 0;
    print(
      pieces
        .map((piece) =>
          piece === "%%" ? "%" : piece === "%s" ? (words[next++]?.(record).text ?? "") : piece,
        )
        .join(""),
    );
    return undefined;
  };
}
