import { isSameText, type PartialText, type UnknownValue } from "./expressions/index.js";

/** What a step wrote to `$GITHUB_ENV`, `$GITHUB_OUTPUT` or `$GITHUB_STATE`. */
export interface CommandFile {
  /** In the order of writing, of which the last of a name counts. */
  readonly values: ReadonlyMap<string, PartialText>;
  /** Where names may stand that are not known: any other may be set, too. */
  readonly rest: UnknownValue | undefined;
  /** Whether GitHub refuses the file, so that the step fails. */
  readonly isRefused: boolean;
}

/**
 * Reads `NAME=value` and `NAME<<DELIMITER` as the runner's FileCommandManager does. A part that is not known and
 * stands in a value counts as one without line ends: with one GitHub would refuse most files.
 */
export function readCommandFile(content: PartialText): CommandFile {
  const values = new Map<string, PartialText>();
  let rest: UnknownValue | undefined;
  let isRefused = false;
  const lines = linesOf(content);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? [];
    if (line.length === 0) continue;
    const [start] = line;
    const opening = typeof start === "string" ? /=|<</.exec(start) : null;
    const named = typeof start === "string" && opening ? start.slice(0, opening.index) : undefined;
    if (named === undefined) {
      const open = line.find((part) => typeof part !== "string");
      if (open) rest = open;
      else {
        isRefused = true;
        break;
      }
    } else if (named === "") {
      isRefused = true;
      break;
    } else if (opening?.[0] === "=") {
      values.set(named, withoutStart(line, named.length + 1));
    } else {
      const delimiter = withoutStart(line, named.length + 2);
      const end = lines.findIndex((other, place) => place > index && isSameText(other, delimiter));
      if (delimiter.length === 0 || end === -1) {
        // The delimiter may be what another part is that is not known.
        const open = lines
          .slice(index + 1)
          .flat()
          .find((part) => typeof part !== "string");
        if (open && end === -1) rest = open;
        else isRefused = true;
        break;
      }
      values.set(named, joinLines(lines.slice(index + 1, end)));
      index = end;
    }
  }
  return { values, rest, isRefused };
}

/** The folders that a step wrote to `$GITHUB_PATH`, the last of which is searched first. */
export function readPathFile(content: PartialText): readonly PartialText[] {
  return linesOf(content).filter((line) => line.length > 0);
}

/** The lines of a text, without their ends; a part that is not known has no line end. */
function linesOf(content: PartialText): readonly PartialText[] {
  const lines: (string | UnknownValue)[][] = [[]];
  for (const part of content) {
    const [first = "", ...others] = typeof part === "string" ? part.split("\n") : [part];
    if (first !== "") lines.at(-1)?.push(first);
    for (const line of others) lines.push(line === "" ? [] : [line]);
  }
  return lines;
}

function joinLines(lines: readonly PartialText[]): PartialText {
  return lines.flatMap((line, index) => (index === 0 ? line : ["\n", ...line]));
}

function withoutStart([first, ...others]: PartialText, length: number): PartialText {
  const rest = typeof first === "string" ? first.slice(length) : "";
  return rest === "" ? others : [rest, ...others];
}
