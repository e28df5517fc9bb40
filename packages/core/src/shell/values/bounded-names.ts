import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/*
 * What is made of unknowns is named after them. In a chain of commands each name would hold those before it, often
 * more than once: without a bound such names would double with each command.
 */

const MAX_ID = 200;
const MAX_LABEL = 200;

/** An id that is made of others, which stands for as much as the whole text does. */
export function boundedId(id: string): string {
  return id.length <= MAX_ID ? id : `#${bytesToHex(sha256(utf8ToBytes(id))).slice(0, 32)}`;
}

/** A label that is made of others, as far as it can be read. */
export function boundedLabel(label: string): string {
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL)}...`;
}
