import type { LintResult } from "../eslint/index.js";
import type { Terminal } from "../terminal.js";
import { fullFormat } from "./full.js";
import { githubFormat } from "./github.js";
import { markdownFormat } from "./markdown.js";
import { sarifFormat } from "./sarif.js";
import { stylishFormat } from "./stylish.js";

export { totalOf } from "./totals.js";

/** The values of `--format`. */
export const formats = ["stylish", "full", "markdown", "json", "sarif", "github"] as const;

/** A value of `--format`. */
export type Format = (typeof formats)[number];

/** Version of the JSON: changes when something in it is renamed or removed (docs/stability.md). */
const SCHEMA_VERSION = 1;

/** The output for the findings. */
export function format(
  name: Format,
  results: readonly LintResult[],
  terminal: Terminal,
): string | Promise<string> {
  switch (name) {
    case "stylish":
      return stylishFormat(results, terminal);
    case "full":
      return fullFormat(results, terminal);
    case "markdown":
      return markdownFormat(results, terminal);
    case "json":
      return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, results })}\n`;
    case "sarif":
      return sarifFormat(results, terminal);
    case "github":
      return githubFormat(results, terminal);
  }
}

/** Whether the format is for people, so that other sentences can be printed with it. */
export function isForPeople(name: Format): boolean {
  return name === "stylish" || name === "full";
}
