import type { CallWord, CommandCall } from "../../command-call.js";
import { folderOf } from "../../files/path.js";
import { lookUp } from "../../state/lookup.js";
import type { Arguments } from "../options.js";
import { outputOf } from "../output.js";
import { pathOfWord } from "../paths.js";

/** Renames the file that a copy, a link or a moved file replaces, as `-b`, `--backup` and `-S` do. */
export function backUp(call: CommandCall, args: Arguments, source: CallWord, target: string): void {
  const { files } = call.state;
  const control = args.values.get("--backup");
  const suffix = args.values.get("-S") ?? args.values.get("--suffix");
  const isAsked = suffix !== undefined || args.options.has("-b") || args.options.has("--backup");
  if (!isAsked || /^(?:none|off)$/.test(control?.value ?? "")) return;
  const { node, path } = files.findEntry(target);
  if (node.kind === "absent" || files.find(pathOfWord(call, source)).node.kind === "absent") return;
  const isSimple =
    (node.kind === "file" || node.kind === "link") &&
    (control === undefined || /^(?:existing|nil|never|simple)$/.test(control.value)) &&
    (suffix === undefined || (suffix.isKnown && !suffix.value.includes("/"))) &&
    ["VERSION_CONTROL", "SIMPLE_BACKUP_SUFFIX"].every((name) => lookUp(call.state, name).kind === "unset") &&
    // A file with numbered backups gets another one.
    files.findEntry(`${path}.~1~`).node.kind === "absent";
  if (!isSimple) {
    // The files in a folder get backups of their own.
    files.taint(node.kind === "directory" ? path : folderOf(path), outputOf(call));
    return;
  }
  const ending = suffix?.value ?? "";
  const backup = path + (ending === "" ? "~" : ending);
  files.remove(backup);
  files.put(backup, node);
  files.remove(path);
}
