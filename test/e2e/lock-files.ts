import { diagnose, type Finding } from "@gh-aw-lint/core";
import { readdirSync, readFileSync } from "node:fs";
import { fix as fixText } from "../support/lint.js";
import { labelledFiles, type LabelledFile } from "../support/shared.js";

/** A lock file with findings. */
export interface ReportedFile extends LabelledFile {
  readonly findings: readonly Finding[];
}

/** The real lock files, and this repository's examples, that have findings. */
export function reportedFiles(): readonly ReportedFile[] {
  return [...labelledFiles(), ...examples()]
    .map((file) => ({ ...file, findings: diagnose(file.text) }))
    .filter(({ findings }) => findings.length > 0);
}

function examples(): readonly LabelledFile[] {
  const folder = new URL("../../examples/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".lock.yml"))
    .map((file) => ({
      file: `examples/${file}`,
      text: readFileSync(new URL(file, folder), "utf8"),
      jobs: [],
    }));
}

/** The text after `eslint --fix` with the recommended configuration. */
export function fix({ text }: ReportedFile): Promise<string> {
  return fixText(text);
}
