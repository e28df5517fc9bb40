import { readFile } from "node:fs/promises";
import { UsageError } from "./usage-error.js";

/** @throws UsageError if the file cannot be read */
export function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => refuse(file, "read", error));
}

/** @throws UsageError always: what the system says of a file */
export function refuse(file: string, what: "read" | "written", error: unknown): never {
  throw new UsageError(
    `\`${file}\` cannot be ${what}: ${error instanceof Error ? error.message : String(error)}.`,
  );
}
