import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The first file with one of these names in a folder, or in the nearest one above it that has any. */
export function findUp(names: readonly string[], folder: string): string | undefined {
  const found = names.map((name) => join(folder, name)).find((file) => existsSync(file));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : findUp(names, parent));
}
