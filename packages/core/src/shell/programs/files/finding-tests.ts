import { parsePattern } from "../../expansion/patterns.js";
import type { FileNode } from "../../files/node.js";
import { type Removal, removalOf } from "./removing-found.js";

type Kind = FileNode["kind"];

/** A path that `find` looks at. */
export interface Entry {
  /** As `find` names it. */
  readonly written: string;
  readonly kind: Kind;
}

/** Whether a path passes; `undefined` if its kind decides, which is not known. */
type Test = (entry: Entry) => boolean | undefined;

/** What `find` looks for, and does with it. */
export interface Plan {
  readonly test: Test;
  readonly minimum: number;
  readonly maximum: number;
  readonly removal: Removal | undefined;
  readonly prints: boolean;
}

const OR = /^-or?$/;

const TYPES: Readonly<Record<string, Kind>> = { f: "file", d: "directory", l: "link" };

/** Reads the expression of `find`; `undefined` if it has tests that are not modelled, or actions on parts of it. */
export function readPlan(words: readonly string[]): Plan | undefined {
  let position = 0;
  let [minimum, maximum] = [0, Infinity];
  let removal: Removal | undefined;
  const actions = new Set<string>();

  /** Tests joined by `-o`; `undefined` from here on if one is not modelled. */
  function readAny(depth: number): Test | undefined {
    const tests: Test[] = [];
    for (;;) {
      const test = readEach(depth);
      if (!test) return undefined;
      tests.push(test);
      if (!OR.test(words[position] ?? "")) break;
      position++;
    }
    // An action before or after `-o` is not for all that is found.
    if (actions.size > 0 && tests.length > 1) return undefined;
    return (entry) => anyOf(tests.map((test) => test(entry)));
  }

  function readEach(depth: number): Test | undefined {
    const tests: Test[] = [];
    while (position < words.length && !/^(?:-or?|\))$/.test(words[position] ?? "")) {
      const test = readOne(depth);
      if (!test) return undefined;
      tests.push(test);
    }
    return (entry) => negate(anyOf(tests.map((test) => negate(test(entry)))));
  }

  function readOne(depth: number): Test | undefined {
    const name = words[position++] ?? "";
    switch (name) {
      case "!":
      case "-not": {
        // Only tests can be negated, not actions.
        const test = /^(?:!|-not|\(|-i?name|-i?path|-i?wholename|-type)$/.test(words[position] ?? "")
          ? readOne(depth + 1)
          : undefined;
        return test && ((entry) => negate(test(entry)));
      }
      case "(": {
        const test = readAny(depth + 1);
        return words[position++] === ")" ? test : undefined;
      }
      case "-a":
      case "-and":
        return () => true;
      case "-maxdepth":
        maximum = Number(words[position++]);
        return () => true;
      case "-mindepth":
        minimum = Number(words[position++]);
        return () => true;
      case "-print":
      case "-delete":
      case "-exec":
        return depth === 0 ? readAction(name) : undefined;
      default:
        return actions.size > 0 ? undefined : readTest(name, words[position++] ?? "");
    }
  }

  function readAction(name: "-print" | "-delete" | "-exec"): Test | undefined {
    if (name === "-delete") removal = { by: "-delete", isAtOnce: false };
    if (name === "-exec") {
      const end = words.findIndex((word, at) => at >= position && (word === ";" || word === "+"));
      removal = removalOf(words.slice(position, end + 1));
      if (end === -1 || !removal) return undefined;
      position = end + 1;
    }
    actions.add(name);
    return () => true;
  }

  const test = readAny(0);
  return test && position === words.length
    ? { test, minimum, maximum, removal, prints: actions.size === 0 || actions.has("-print") }
    : undefined;
}

/** The last name of a path, without the slashes after it. */
function lastName(path: string): string {
  return path.split("/").findLast((name) => name !== "") ?? "/";
}

function readTest(name: string, value: string): Test | undefined {
  const read = /^-(i?)(name|path|wholename)$/.exec(name);
  if (read) {
    const [, ignoresCase, what] = read;
    const inCase = (text: string): string => (ignoresCase === "i" ? text.toLowerCase() : text);
    const pattern = parsePattern(inCase(value));
    return (
      pattern && (({ written }) => pattern.matches(inCase(what === "name" ? lastName(written) : written)))
    );
  }
  const type = name === "-type" ? TYPES[value] : undefined;
  return type && (({ kind }) => (kind === "unknown" ? undefined : kind === type));
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}
