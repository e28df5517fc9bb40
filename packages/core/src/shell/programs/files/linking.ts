import type { CommandCall } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { isSymbolicLink } from "../../files/node.js";
import { folderOf, isSymbolic } from "../../files/path.js";
import { fillIn } from "../../values/value.js";
import { readArguments } from "../options.js";
import { isThere, cannotCreate } from "../../state/presence.js";
import { outputOf, statusOfFound } from "../output.js";
import { pathOfWord } from "../paths.js";
import { noteUnknown } from "../../state/shell-state.js";
import { transfer, WITH_VALUE } from "./transfer.js";

/** `ln` and `ln -s`. */
export function runLink(call: CommandCall): Status {
  const args = readArguments(call, WITH_VALUE);
  const { options } = args;
  const makesSymbolic = options.has("-s") || options.has("--symbolic");
  const isRelative = options.has("-r") || options.has("--relative");
  const isForced = options.has("-f") || options.has("--force");
  const keepsLink = options.has("-n") || options.has("--no-dereference") || options.has("-T");
  return transfer(
    call,
    args,
    (source, target) => {
      const { node, path } = call.state.files.findEntry(target);
      if (node.kind === "unknown" && !isForced && isThere(call.state, { path, node })) {
        // A folder gets the link; `ln` fails for anything else.
        call.state.files.taint(target, node.unknown);
        return outputOf(call);
      }
      if (node.kind !== "absent" && node.kind !== "unknown" && !isForced) return 1;
      if (node.kind === "directory") return 1;
      if (node.kind !== "file" && cannotCreate(call.state, path)) return 1;
      if (makesSymbolic && source.isKnown && source.value === "") return 1;
      // `ln` does not replace a file with a link to the same file.
      if (node.kind === "file" && call.state.files.find(pathOfWord(call, source)).path === path) return 1;
      const text = fillIn(source.text, (unknown) => noteUnknown(call.state, unknown));
      const found = call.state.files.find(pathOfWord(call, source));
      if (makesSymbolic) {
        call.state.files.remove(target);
        const own = isRelative ? relativePath(found.path, folderOf(path)) : text;
        call.state.files.put(target, { kind: "link", target: own });
        return 0;
      }
      if (found.node.kind === "absent" || found.node.kind === "directory") return 1;
      const entry = call.state.files.findEntry(pathOfWord(call, source)).node;
      // Another name of a symbolic link leads where that leads.
      if (isSymbolicLink(entry)) {
        call.state.files.put(target, entry);
        return 0;
      }
      // From now on, both names are the same file, which a link models.
      call.state.files.put(target, { kind: "link", target: found.path, isHard: true });
      return statusOfFound(call, found);
    },
    keepsLink,
  );
}

/** A path as seen from a folder, which `ln -r` writes into a link; one with unknown parts stays as it is. */
function relativePath(path: string, folder: string): string {
  if (isSymbolic(path) || isSymbolic(folder)) return path;
  const [to, from] = [path.split("/"), folder === "/" ? [""] : folder.split("/")];
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
