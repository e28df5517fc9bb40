import { readFileSync } from "node:fs";
import { UsageError } from "../usage-error.js";
import { systemMessage } from "./system-message.js";

// A byte order mark stays: a fix must not remove it.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A file's text.
 *
 * @param file absolute
 * @param name as the user knows it
 * @throws UsageError if the file cannot be read, or is not UTF-8
 */
export function readText(file: string, name: string): string {
  let bytes;
  try {
    // Nothing else can be done meanwhile, and to wait for the thread pool costs more than the reading.
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(`\`${name}\` cannot be read: ${systemMessage(error)}.`);
  }
  return decodeText(bytes, name);
}

/** @throws UsageError if it is not UTF-8, which a fix would damage */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UsageError(`\`${name}\` cannot be read: it is not UTF-8.`);
  }
}
