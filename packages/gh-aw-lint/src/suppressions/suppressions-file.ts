import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathFrom } from "../files/paths.js";
import { systemMessage } from "../files/system-message.js";
import { UsageError } from "../usage-error.js";
import type { Suppressions } from "./suppressions.js";

/** ESLint's own name for it. */
const defaultName = "eslint-suppressions.json";

/** A file of suppressed findings. */
export interface SuppressionsFile {
  /** As the user knows it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Empty if there is no file. */
  readonly suppressions: Suppressions;
}

/**
 * @param location as `--suppressions-location` has it; by default ESLint's own file in the folder
 * @param mayBeMissing whether a named file need not exist yet
 * @throws UsageError if it cannot be read
 */
export async function readSuppressions(
  location: string | undefined,
  mayBeMissing: boolean,
  cwd: string,
): Promise<SuppressionsFile> {
  const path = resolve(cwd, location ?? defaultName);
  const name = pathFrom(cwd, path);
  if (existsSync(path)) return { name, path, suppressions: await parse(path, name) };
  if (location === undefined || mayBeMissing) return { name, path, suppressions: {} };
  throw new UsageError(`\`${name}\` does not exist. \`--suppress-all\` or \`--suppress-rule\` creates it.`);
}

async function parse(path: string, name: string): Promise<Suppressions> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new UsageError(`\`${name}\` cannot be read: ${systemMessage(error)}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `\`${name}\` is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (isSuppressions(value)) return value;
  throw new UsageError(`\`${name}\` is not a suppressions file as ESLint writes it.`);
}

function isSuppressions(value: unknown): value is Suppressions {
  return (
    isRecord(value) &&
    Object.values(value).every((rules) => isRecord(rules) && Object.values(rules).every(isCount))
  );
}

function isCount(value: unknown): boolean {
  return isRecord(value) && "count" in value && typeof value.count === "number";
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As ESLint writes it: with sorted names. */
export function suppressionsText(suppressions: Suppressions): string {
  const sorted = Object.entries(suppressions)
    .map(([name, rules]) => [name, Object.fromEntries(Object.entries(rules).sort(byName))] as const)
    .sort(byName);
  return JSON.stringify(Object.fromEntries(sorted), null, 2);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
