import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { placeOf } from "../../context.js";
import { EMPTY, valueContent } from "../../files/content.js";
import { folderOf, isNowhere } from "../../files/path.js";
import { emptiness, emptinessQuestion, isEmpty } from "../../state/facts.js";
import { cannotCreate, isDenied } from "../../state/presence.js";
import { newUnknown } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import { boundedLabel } from "../../values/bounded-names.js";
import {
  joinValues,
  knownText,
  soleUnknown,
  textValue,
  unknownValue,
  type Value,
} from "../../values/value.js";
import { readArguments } from "../options.js";
import { outputOf } from "../output.js";
import { foldersBeforeParents, pathOf, pathOfWord } from "../paths.js";
import { taintPaths } from "../taint.js";

/** `mkdir`. */
export function runMakeDirectory(call: CommandCall): Status {
  const { options, operands, isUnsure } = readArguments(call, ["-m", "--mode"]);
  const makesParents = options.has("-p") || options.has("--parents");
  const [first, ...others] = operands;
  // If a value that may be any path is several words, each of them is one.
  const isAnyPath = makesParents && first && others.length === 0 && soleUnknown(first.text) !== undefined;
  if (isUnsure && !isAnyPath) {
    taintPaths(call, operands, outputOf(call));
    return outputOf(call);
  }
  const { files } = call.state;
  let status: Status = 0;
  for (const word of makesParents ? operands.flatMap((word) => foldersBeforeParents(call, word)) : operands) {
    const place = pathOfWord(call, word);
    const { path, node } = files.find(place);
    if (isNowhere(path)) status = 1;
    else if (node.kind === "unknown" && isDenied(call.state, path)) status = 1;
    else if (node.kind === "unknown") {
      // With `-p`, the path is a folder from now on, unless it is a file.
      files.makeDirectory(path);
      if (!makesParents) status = outputOf(call);
    } else if (node.kind === "file" || node.kind === "link") status = 1;
    else if (node.kind === "directory") status = makesParents ? status : 1;
    else if (!makesParents && (cannotCreate(call.state, path) || word.value.endsWith("/."))) status = 1;
    else if (!makeDirectories(call, place)) status = 1;
  }
  return status === 0 ? statusOfNames(call, operands) : status;
}

/**
 * The status of `mkdir` or `install -d` by the names of the folders: it fails if a name is empty. The names in gh-aw's
 * steps are assumed not to be.
 */
export function statusOfNames(call: CommandCall, operands: readonly CallWord[]): Status {
  const { state } = call;
  const names = operands.map(({ text }) => text).filter((name) => emptiness(state, name) !== false);
  const [name, ...others] = names;
  if (name === undefined || state.reach === "workspace") return 0;
  if (others.length > 0) return names.some((each) => isEmpty(state, each, false)) ? 1 : 0;
  return emptiness(state, name) ? 1 : { ...outputOf(call), id: `! ${emptinessQuestion(name)}` };
}

/** `mktemp`: creates a file or, with `-d`, a folder with a unique name. */
export function runMakeTemporary(call: CommandCall, shell: Shell): Status {
  const { options, operands, values } = readArguments(call, ["-p", "--suffix"]);
  const { state } = call;
  const unknown = newUnknown(state, `mktemp ${placeOf(call.command, call)}`, {
    label: boundedLabel(`$(${call.words.map(({ value }) => value).join(" ")})`),
    what: "`mktemp`",
    origin: call.origin,
    distinct: true,
  });
  const template = operands[0];
  const text = (value: string): Value => textValue(value, call.origin);
  const name = template ? template.text : text("/tmp/tmp.XXXXXXXXXX");
  const known = knownText(name) ?? "";
  const start = known.search(/(?<!X)X{3,}(?!.*XXX)/);
  const inFolder = options.has("-t") || options.has("-p") || options.has("--tmpdir");
  const folder = values.get("-p") ?? values.get("--tmpdir");
  // A template needs three X, and its folder must exist.
  if (knownText(name) !== undefined && start === -1) return 1;
  const prefix = start === -1 ? "/tmp/" : known.slice(0, start);
  const suffix = start === -1 ? "" : known.slice(start).replace(/^X+/, "");
  const path = joinValues([
    ...(inFolder ? (folder ? [folder.text, text("/")] : [text("/tmp/")]) : []),
    text(prefix),
    unknownValue(unknown),
    text(suffix + (values.get("--suffix")?.value ?? "")),
  ]);
  const place = state.files.find(pathOf(state, path)).path;
  if (!options.has("-u") && cannotCreate(state, place)) return 1;
  if (!options.has("-u")) {
    if (options.has("-d") || options.has("--directory")) {
      state.files.put(place, { kind: "directory", rest: undefined, since: 0 });
    } else state.files.put(place, { kind: "file", content: EMPTY, isExecutable: false });
  }
  shell.print(call, valueContent(joinValues([path, text("\n")]), call.origin));
  return 0;
}

/** Creates a folder and its parents; `false` if one of them is a file, or a link that leads nowhere. */
export function makeDirectories({ state: { files } }: CommandCall, path: string): boolean {
  if (isNowhere(path)) return false;
  for (let folder = path; folder !== "/" && folder.includes("/"); folder = folderOf(folder)) {
    const { kind } = files.find(folder).node;
    if (kind === "file" || (kind === "absent" && files.findEntry(folder).node.kind === "link")) return false;
    if (kind !== "absent") break;
  }
  files.makeDirectory(files.find(path).path);
  return true;
}
