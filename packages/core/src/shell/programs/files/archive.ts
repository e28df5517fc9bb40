import type { CallWord, CommandCall } from "../../command-call.js";
import { unknownContent, type Content } from "../../files/content.js";
import { isHardLink, nodeSignature, type FileNode } from "../../files/node.js";
import { isBelow, isNowhere, isSymbolic, resolvePath } from "../../files/path.js";
import { boundedId } from "../../values/bounded-names.js";
import type { Unknown } from "../../values/value.js";
import { outputOf } from "../output.js";

/** A file, a folder or a link of an archive. */
interface Member {
  /** The path in the archive, as `tar` writes it, but without a slash at its end. */
  readonly name: string;
  readonly node: FileNode;
  /** What a folder may hold besides the members; `undefined` if nothing. */
  readonly rest: Unknown | undefined;
}

/** The content of an archive, in the order in which it is unpacked. */
interface Archive {
  readonly members: readonly Member[];
  readonly compression: string;
}

/** The archives by the unknown value that stands for their bytes: the id of that value names their whole content. */
const archives = new WeakMap<Unknown, Archive>();

/** The archive that a content is; `undefined` if it is none, or not known. */
export function archiveOf([part, ...others]: Content): Archive | undefined {
  return part?.kind === "unknown" && part.unknown && others.length === 0
    ? archives.get(part.unknown)
    : undefined;
}

/** The content of an archive. */
export function contentOfArchive(call: CommandCall, archive: Archive): Content {
  const names = archive.members.map(
    ({ name, node, rest }) => `${name} ${nodeSignature(node)} ${rest?.id ?? ""}`,
  );
  const id = boundedId(`archive ${archive.compression} ${names.join("\0\0")}`);
  const unknown = { ...outputOf(call), id };
  archives.set(unknown, archive);
  return unknownContent(unknown);
}

/** The members that an operand in a folder stands for; `undefined` if that is not known. */
export function membersAt(
  { state: { files } }: CommandCall,
  { value, isKnown }: CallWord,
  folder: string,
  output: string | undefined,
): readonly Member[] | undefined {
  const written = value.replace(/(?<=[^/])\/+$/, "").replace(/^\/+/, "");
  if (!isKnown || written === "" || value.split("/").includes("..")) return undefined;
  const { path, node } = files.findEntry(resolvePath(value, folder));
  // `tar` reports that an archive in a folder of its own changes it.
  if (output !== undefined && (output === path || isBelow(output, path))) return undefined;
  const paths = [path, ...(node.kind === "directory" ? files.pathsBelow(path) : [])];
  const members: Member[] = [];
  for (const each of paths) {
    const place = each.slice(path.length);
    const { node: found } = files.findEntry(each);
    const isGivenName = each === path && (found.kind === "absent" || found.kind === "unknown");
    if (isGivenName || isHardLink(found) || isSymbolic(place)) return undefined;
    const rest = found.kind === "directory" ? files.restOf(each) : undefined;
    members.push({ name: written + place, node: found, rest });
  }
  return members;
}

/** Unpacks an archive in a folder, without the first `strip` names of each path; `false` if what happens is not known. */
export function unpack(
  { state: { files } }: CommandCall,
  { members }: Archive,
  folder: string,
  strip: number,
): boolean {
  const placed = members.flatMap((member) => {
    const name = member.name.split("/").slice(strip).join("/");
    return name === "" ? [] : [{ ...member, ...files.findEntry(resolvePath(name, folder)), member }];
  });
  const isPlain = placed.every(({ path, node: there, member: { node } }) => {
    if (isNowhere(path) || there.kind === "link") return false;
    return there.kind !== (node.kind === "directory" ? "file" : "directory");
  });
  if (!isPlain) return false;
  for (const { path, member } of placed) {
    const { node, rest } = member;
    if (node.kind === "unknown") files.taint(path, node.unknown);
    else if (node.kind !== "directory") files.put(path, node);
    else {
      files.makeDirectory(path);
      if (rest) files.taint(path, rest);
    }
  }
  return true;
}
