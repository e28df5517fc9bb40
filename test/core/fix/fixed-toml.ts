import { applyEdits, diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { expect } from "vitest";
import { parse } from "yaml";
import { allOutcomes } from "../../support/outcomes.js";
import { providerBlock } from "../../support/toml.js";
import { start, stepWith, write } from "./config-step.js";

/** Reports every outcome. */
export const options: DiagnoseOptions = { outcomes: allOutcomes };

/** The provider's table, without the key that selects it. */
export const table: string = providerBlock.slice(providerBlock.indexOf("["));

/** The only finding in a lock file with this config.toml. */
export function find(toml: string, codex?: string): { readonly text: string; readonly finding: Finding } {
  const text = stepWith(write(toml), codex);
  const [finding, ...others] = diagnose(text, options);
  expect(others).toEqual([]);
  if (!finding) throw new Error("Nothing was found.");
  return { text, finding };
}

/** The config.toml that the step of a lock file writes. */
export function tomlOf(text: string): string {
  const { jobs } = parse(text) as { jobs: { a: { steps: [{ run: string }] } } };
  return (
    jobs.a.steps[0].run
      .replace(/^mkdir .*\n/, "")
      .replace(/^npm .*\n/, "")
      .replace(`${start}\n`, "")
      .split("\n")
      .slice(1, -2)
      .join("\n") + "\n"
  );
}

/** The TOML after the fix, which must leave no findings. */
export function fixed(toml: string, codex?: string): string {
  const { text, finding } = find(toml, codex);
  const after = applyEdits(text, finding.fix ?? []);
  expect(diagnose(after, options)).toEqual([]);
  return tomlOf(after);
}
