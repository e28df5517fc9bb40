import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A case for which the real Codex is measured. */
export interface CodexCase {
  /** The text of its `config.toml`; `null` for none. */
  readonly config: string | null;
  /** Environment variables besides `HOME`, `PATH` and `CODEX_HOME`. */
  readonly env: Readonly<Record<string, string>>;
  /** Options after `exec`. */
  readonly args: readonly string[];
}

const path = new URL("codex-cases.yaml", import.meta.url);

/** All cases, by name, in the order of the file. */
export function codexCases(): ReadonlyMap<string, CodexCase> {
  return new Map(Object.entries(parse(readFileSync(path, "utf8")) as Record<string, CodexCase>));
}
