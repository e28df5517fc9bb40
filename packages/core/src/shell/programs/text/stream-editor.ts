import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { textOfContent, unknownContent, valueContent, type Content } from "../../files/content.js";
import { isSymbolicLink } from "../../files/node.js";
import { resolvePath } from "../../files/path.js";
import { unknownFailure } from "../../state/facts.js";
import { directoryOf } from "../../state/shell-state.js";
import { createBudget, isSpent } from "../../expansion/match-budget.js";
import type { Status } from "../../state/status.js";
import { textValue } from "../../values/value.js";
import { outputOf, printText, statusOfReading, worst } from "../output.js";
import { contentOf, inputText, writeContent } from "../file-content.js";
import { pathOfWord } from "../paths.js";
import { taintAll, taintPaths } from "../taint.js";
import { statusOfOperands } from "./filter.js";
import { joinLines, linesOf } from "./lines.js";
import { parseProgram, type Instruction } from "./sed-program.js";
import { readWords } from "./sed-words.js";

/** `sed` with its most common commands; others make its output unknown. */
export function runStreamEditor(call: CommandCall, shell: Shell): Status {
  const { scripts, files, flags, suffix, isUnsure } = readWords(call);
  const isExtended = flags.has("E") || flags.has("r");
  const isQuiet = flags.has("n");
  const isKnown = scripts.length > 0 && scripts.every((word) => word.isKnown) && !isUnsure;
  // Each file needs a new program: an instruction for a range of lines has state.
  const source = scripts.map(({ value }) => value).join("\n");
  const budget = createBudget();
  const parse = (): ReturnType<typeof parseProgram> =>
    isKnown ? parseProgram(source, isExtended, budget, (name) => linesInFile(call, name)) : undefined;
  const first = parse();
  if (first === "invalid") return 1;
  const createProgram = (): readonly Instruction[] | undefined => {
    const program = parse();
    return program === "invalid" ? undefined : program;
  };
  const change = (text: string | undefined): string | undefined => {
    const program = createProgram();
    // Which of the other characters are letters depends on the locale.
    if (!program || text === undefined || (/[^\0-\x7f]/.test(text) && CLASS.test(source))) return undefined;
    const edited = edit(text, program, isQuiet);
    return isSpent(budget) ? undefined : edited;
  };
  if (!first) taintWritten(call, isKnown ? source : undefined);
  if (isUnsure && suffix === undefined && call.words.some(({ value }) => /^-\w*i/.test(value)))
    taintPaths(call, call.words.slice(1), outputOf(call));
  if (suffix === undefined) {
    const text = inputText(call, files, shell);
    if (files.some((word) => contentOf(call, word, shell) === undefined)) {
      // The other files are still read.
      if (files.length > 1) printText(call, undefined, shell);
      return statusOfUnread(call, files, first !== undefined);
    }
    // With `-s`, the lines of each file are counted on their own.
    printText(call, flags.has("s") && files.length > 1 ? undefined : change(text), shell);
    if (!first && QUITS.test(source)) return outputOf(call);
    return statusOfOperands(call, files);
  }
  let status: Status = 0;
  for (const word of files) {
    const before = contentOf(call, word, shell);
    if (!before) {
      status = statusOfUnread(call, files, first !== undefined);
      continue;
    }
    const found = call.state.files.find(pathOfWord(call, word));
    const entry = call.state.files.findEntry(pathOfWord(call, word));
    // GNU sed writes a new file: it leaves the file that a link points to, and other names of the file.
    const isReplaced = !isSymbolicLink(entry.node) || !flags.has("follow-symlinks");
    if (found.node.kind === "unknown") {
      // If the file does not exist, `sed` does not create it.
      call.state.files.taint(found.path, outputOf(call));
      if (entry.node.kind === "link" && isReplaced) call.state.files.taint(entry.path, outputOf(call));
      status = worst(status, statusOfReading(call, word));
      continue;
    }
    const text = inputText(call, [word], shell);
    const after = change(text);
    if (suffix !== "") keepCopy(call, word, before, suffix);
    if (isReplaced) {
      call.state.files.remove(entry.path);
      call.state.files.put(entry.path, found.node);
    }
    write(call, word, after);
  }
  return status;
}

/** The status if `sed` cannot read one of its files: 1 before it reads any if its program is invalid. */
function statusOfUnread(call: CommandCall, files: readonly CallWord[], isValid: boolean): Status {
  const isFolder = files.some(
    (word) => call.state.files.find(pathOfWord(call, word)).node.kind === "directory",
  );
  if (!isValid || (isFolder && files.length > 1)) return unknownFailure(call.state, outputOf(call));
  return isFolder ? 4 : 2;
}

/** The lines of the file that `r` reads; `undefined` for input, which it may take, and for a last line without a line feed. */
function linesInFile({ state }: CommandCall, name: string): readonly string[] | undefined {
  if (name.startsWith("/dev/")) return undefined;
  const { node } = state.files.find(resolvePath(name, directoryOf(state)));
  if (node.kind !== "file") return node.kind === "absent" ? [] : undefined;
  const text = textOfContent(node.content);
  return text === undefined || !/(?:^|\n)$/.test(text) ? undefined : linesOf(text);
}

/** `q5`, which sets the exit status. */
const QUITS = /[qQ] *\d/;

/** A class of characters, and the flags that ignore case. */
const CLASS = /\[:|\\[bBsSwW]|[Ii]/;

/** Makes the files unknown that `w` may write, what follows a `w` in its line, and all that `e` may write. */
function taintWritten(call: CommandCall, program: string | undefined): void {
  const mayRun = call.words.some(({ value }) => RUNS.test(value));
  if (program === undefined || mayRun) {
    if (mayRun || call.words.some(({ value }) => WRITES.test(value))) taintAll(call, outputOf(call));
    return;
  }
  const { state } = call;
  for (const [rest] of program.matchAll(/(?<=w).+/g))
    for (let at = rest.indexOf("w"), from = 0; ; from = at + 1, at = rest.indexOf("w", from)) {
      const path = resolvePath(rest.slice(from).trimStart(), directoryOf(state));
      state.files.taint(state.files.find(path).path, outputOf(call));
      if (at === -1) break;
    }
}

/** The command `w` and the flag `w` of `s`, each with a file. */
const WRITES = /(?:^|[\s;{}\d$/!])w\s*\S|[^\w\s][gpIiMm\d]*w\s+\S/;

/** The command `e` and the flag `e` of `s`, which run a program. */
const RUNS = /(?:^|[;{}\d$/!])\s*e(?:\s|$)|[^\w\s][gpIiMm\d]*e[gpIiMm\d]*(?:[;}\s]|$)/;

/** Writes the copy that `-i` makes of a file. */
function keepCopy(call: CommandCall, word: CallWord, content: Content, suffix: string): void {
  const path = pathOfWord(call, word);
  if (/[*/]/.test(suffix)) taintAll(call, outputOf(call));
  else call.state.files.put(`${path}${suffix}`, { kind: "file", content, isExecutable: false });
}

function write(call: CommandCall, word: CallWord, text: string | undefined): void {
  const content =
    text === undefined
      ? unknownContent(outputOf(call))
      : valueContent(textValue(text, call.origin), call.origin);
  writeContent(call, word, content);
}

/** The text that a program makes of another one; `undefined` if what `-n` prints may lack a line feed. */
function edit(text: string, program: readonly Instruction[], isQuiet: boolean): string | undefined {
  if (isQuiet && text !== "" && !text.endsWith("\n")) return undefined;
  const result: string[] = [];
  const lines = linesOf(text);
  for (const [index, source] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const cycle: Cycle = { line: source, before: [], after: [], quits: false };
    runCommands(program, cycle, index + 1, isLast);
    const { line, before, after, quits } = cycle;
    result.push(...before);
    if (line !== undefined && !isQuiet) result.push(line);
    result.push(...after);
    // Only the line that ends without a line feed is printed without one.
    if (isLast && !text.endsWith("\n") && after.length === 0 && line !== undefined) return result.join("\n");
    if (quits) break;
  }
  return joinLines(result);
}

/** What the commands of a program make of one line. */
interface Cycle {
  /** The line; `undefined` once it is deleted. */
  line: string | undefined;
  readonly before: string[];
  readonly after: string[];
  /** Whether the program ends after this line. */
  quits: boolean;
}

/** Runs commands for one line until one deletes it or quits; what they print on the way is part of `before`. */
function runCommands(
  instructions: readonly Instruction[],
  cycle: Cycle,
  number: number,
  isLast: boolean,
): void {
  for (const { isMeant, action } of instructions) {
    if (cycle.line === undefined || cycle.quits) return;
    if (!isMeant(cycle.line, number, isLast)) continue;
    if (typeof action !== "function") {
      runCommands(action, cycle, number, isLast);
      continue;
    }
    const { line, before, after, prints, quits } = action(cycle.line);
    cycle.before.push(...before);
    cycle.after.push(...after);
    if (prints && line !== undefined) cycle.before.push(line);
    cycle.line = line;
    cycle.quits = quits;
  }
}
