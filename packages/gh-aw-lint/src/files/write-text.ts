import { existsSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { UsageError } from "../usage-error.js";
import { systemMessage } from "./system-message.js";

/**
 * Replaces a file's text or creates the file, completely or not at all. Keeps its mode and symbolic links to it.
 *
 * @param file absolute
 * @param name as the user knows it
 * @throws UsageError if the file cannot be written
 */
export async function writeText(file: string, name: string, text: string): Promise<void> {
  try {
    // A rename would replace a write-protected file.
    if (existsSync(file)) await access(file, constants.W_OK);
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(file, text);
  } catch (error) {
    throw new UsageError(`\`${name}\` cannot be written: ${systemMessage(error)}.`);
  }
}

/** @throws UsageError if a file cannot be written */
export async function checkWritable(file: string, name: string): Promise<void> {
  try {
    await access(file, constants.W_OK);
  } catch (error) {
    throw new UsageError(`\`${name}\` cannot be written: ${systemMessage(error)}.`);
  }
}
