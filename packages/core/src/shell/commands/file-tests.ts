import type { Context, Node } from "../context.js";
import { textOfContent } from "../files/content.js";
import { isSymbolicLink } from "../files/node.js";
import { findEntryOf, pathOf } from "../programs/paths.js";
import { answerTo } from "../state/facts.js";
import { questionOf } from "../state/presence.js";
import { type Status, statusOf } from "../state/status.js";
import { knownText, type Unknown, type Value } from "../values/value.js";
import { condition } from "./comparisons.js";

/** The tests of files that `[[` and `[` share, such as `-e`. */
export function testFile(operator: string, operand: Value, node: Node, context: Context): Status {
  const { state } = context;
  const testsLink = operator === "-L" || operator === "-h";
  const { node: file, path: real } = testsLink
    ? findEntryOf(state, operand)
    : state.files.find(pathOf(state, operand));
  const unknown = (detail = ""): Unknown => condition(`${operator} ${real} ${detail}`, node, context);
  if (knownText(operand) === "") return 1;
  if (file.kind === "unknown") {
    const answer = answerTo(state, questionOf(operator, real, file.unknown));
    return answer === undefined ? unknown(file.unknown.id) : statusOf(answer);
  }
  const exists = file.kind !== "absent";
  switch (operator) {
    case "-e":
    case "-a":
      return statusOf(exists);
    case "-f":
      return statusOf(file.kind === "file");
    case "-d":
      return statusOf(file.kind === "directory");
    case "-L":
    case "-h":
      return statusOf(isSymbolicLink(file));
    case "-s":
      if (file.kind !== "file") return exists ? 0 : 1;
      if (
        file.content.some(
          (part) =>
            part.kind === "known" && part.expanded.text.text !== "" && part.expanded.guesses.length === 0,
        )
      )
        return 0;
      return textOfContent(file.content) === "" ? 1 : unknown("size");
    case "-x":
      return file.kind === "file" ? statusOf(file.isExecutable) : exists ? 0 : 1;
    case "-r":
    case "-w":
      return exists ? 0 : 1;
    default:
      return exists ? unknown() : 1;
  }
}
