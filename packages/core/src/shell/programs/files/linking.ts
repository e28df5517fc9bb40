import type { CommandCall } from "../../command-call.js";
import type { Status } from "../../state/status.js";
import { fillIn } from "../../values/value.js";
import { readArguments } from "../options.js";
import { lacksFolder } from "../../state/presence.js";
import { statusOfFound } from "../output.js";
import { pathOfWord } from "../paths.js";
import { noteUnknown } from "../../state/shell-state.js";
import { transfer, WITH_VALUE } from "./transfer.js";

/** `ln` and `ln -s`. */
export function runLink(call: CommandCall): Status {
  const args = readArguments(call, WITH_VALUE);
  const { options } = args;
  const isSymbolic = options.has("-s") || options.has("--symbolic");
  const isForced = options.has("-f") || options.has("--force");
  const keepsLink = options.has("-n") || options.has("--no-dereference") || options.has("-T");
  return transfer(
    call,
    args,
    (source, target) => {
      const { node, path } = call.state.files.findEntry(target);
      if (node.kind === "unknown" && !isForced) {
        call.state.files.taint(target, node.unknown);
        return statusOfFound(call, { path, node });
      }
      if (node.kind !== "absent" && node.kind !== "unknown" && !isForced) return 1;
      if (node.kind === "directory") return 1;
      if (node.kind !== "file" && lacksFolder(call.state, path)) return 1;
      if (isSymbolic && source.isKnown && source.value === "") return 1;
      // `ln` does not replace a file with a link to the same file.
      if (node.kind === "file" && call.state.files.find(pathOfWord(call, source)).path === path) return 1;
      const text = fillIn(source.text, (unknown) => noteUnknown(call.state, unknown));
      if (isSymbolic) {
        call.state.files.remove(target);
        call.state.files.put(target, { kind: "link", target: text });
        return 0;
      }
      const found = call.state.files.find(pathOfWord(call, source));
      if (found.node.kind === "absent") return 1;
      // From now on, both names are the same file, which a link models.
      call.state.files.put(target, { kind: "link", target: found.path });
      return statusOfFound(call, found);
    },
    keepsLink,
  );
}
