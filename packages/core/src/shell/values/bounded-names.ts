import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/*
 * A value derived from unknown values is named after them. In a chain of commands, each name would contain the names
 * before it, often more than once, so without a bound names would double with each command.
 */

const MAX_ID = 200;
const MAX_LABEL = 200;

/** An id that is composed of others; a long one is replaced with its hash. */
export function boundedId(id: string): string {
  return id.length <= MAX_ID ? id : `#${bytesToHex(sha256(utf8ToBytes(id))).slice(0, 32)}`;
}

/** A label that is composed of others, truncated. */
export function boundedLabel(label: string): string {
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL)}...`;
}
