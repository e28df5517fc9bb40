import { resolve } from "node:path";
import { UsageError } from "../usage-error.js";
import type { Terminal } from "../terminal.js";
import { pathFrom } from "./paths.js";
import { decodeText, readText } from "./read-text.js";
import { writeText } from "./write-text.js";

/** A text to lint. */
export interface Input {
  /** Absolute. */
  readonly path: string;
  /** As the user knows it. */
  readonly name: string;
  /** @throws UsageError if it cannot be read */
  readonly read: () => string | Promise<string>;
  /** @throws UsageError if it cannot be written */
  readonly write: (text: string) => Promise<void>;
}

/** A file on disk; its name is relative to `cwd` if it is below it. */
export function fileInput(path: string, cwd: string): Input {
  const name = pathFrom(cwd, path);
  return { path, name, read: () => readText(path, name), write: (text) => writeText(path, name, text) };
}

/**
 * Standard input. It cannot be written: with `--fix`, the caller prints the fixed text.
 *
 * @param fileName the file name to use for it
 */
export function standardInput(fileName: string | undefined, { stdin, cwd }: Terminal): Input {
  const name = fileName ?? "stdin.lock.yml";
  let text: Promise<string> | undefined;
  return {
    path: resolve(cwd, name),
    name,
    read: () => (text ??= readAll(stdin).then((bytes) => decodeText(bytes, "-"))),
    write: () => Promise.resolve(),
  };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whether `-` is to be linted, which is not possible together with files. */
export function isStandardInput(paths: readonly string[]): boolean {
  if (!paths.includes("-")) return false;
  if (paths.length === 1) return true;
  throw new UsageError("`-` is standard input and cannot be linted together with files.");
}
