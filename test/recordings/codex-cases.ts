import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What the real Codex is asked. */
export interface CodexCase {
  /** The text of its `config.toml`; `null` for none. */
  readonly config: string | null;
  /** Its variables, beside `HOME`, `PATH` and `CODEX_HOME`. */
  readonly env: Readonly<Record<string, string>>;
  /** Its options after `exec`. */
  readonly args: readonly string[];
}

const path = new URL("codex-cases.yaml", import.meta.url);

/** All cases, by name, in the order of the file. */
export function codexCases(): ReadonlyMap<string, CodexCase> {
  return new Map(Object.entries(parse(readFileSync(path, "utf8")) as Record<string, CodexCase>));
}
