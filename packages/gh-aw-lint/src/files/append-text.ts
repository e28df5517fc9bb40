import { appendFile } from "node:fs/promises";
import { UsageError } from "../usage-error.js";
import { systemMessage } from "./system-message.js";

/**
 * Appends to a file or creates it.
 *
 * @param file absolute
 * @param name as the user knows it
 * @throws UsageError if the file cannot be written
 */
export async function appendText(file: string, name: string, text: string): Promise<void> {
  await appendFile(file, text).catch((error: unknown) => {
    throw new UsageError(`\`${name}\` cannot be written: ${systemMessage(error)}.`);
  });
}
