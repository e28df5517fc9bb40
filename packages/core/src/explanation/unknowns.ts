import { assembleConfig } from "../faults/index.js";
import { exactVersion, namesModel } from "../codex/releases/index.js";
import type { CodexRun } from "../runs/index.js";
import { spanInFile } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";

/** What a lock file does not determine about a run, and what is assumed instead, as sentences. */
export function explainUnknowns(workflow: Workflow, run: CodexRun): readonly string[] {
  return [...versions(run), ...configuration(workflow.text, run), ...commandLine(run)];
}

function versions({ codexVersion, awfVersion, awf }: CodexRun): readonly string[] {
  return [
    ...(exactVersion(codexVersion) || namesModel(codexVersion ?? "")
      ? []
      : ["The Codex version. The newest is assumed."]),
    ...(awfVersion === undefined || awf.buildsLocally ? ["The AWF version. A new one is assumed."] : []),
  ];
}

function configuration(fileText: string, { config, configPath }: CodexRun): readonly string[] {
  const written = config.filter((content) => content !== undefined);
  const others = new Set(written.flat().flatMap((part) => (part.kind === "unknown" ? [part.what] : [])));
  const names = new Set(written.flatMap((content) => guessedValues(fileText, assembleConfig(content))));
  return [
    ...(config.length > 1
      ? [`The conditions under which \`${configPath}\` is written: there are ${config.length} ways.`]
      : []),
    ...[...others].map((what) => `What config.toml gets from ${what}.`),
    ...(names.size > 0 ? [`The values of ${[...names].join(", ")} in config.toml.`] : []),
  ];
}

/** The values that only the running shell knows, as written in the lock file. */
function guessedValues(
  fileText: string,
  { text, guesses }: ReturnType<typeof assembleConfig>,
): readonly string[] {
  return guesses.flatMap((guess) => {
    const { start, end } = spanInFile(text, guess.start, guess.end);
    const value = fileText.slice(start, end).trim();
    return value === "" || value.includes("\n") ? [] : [`\`${value}\``];
  });
}

function commandLine({ starter }: CodexRun): readonly string[] {
  switch (starter) {
    case "codex":
      return [];
    case "threat-detect":
      return ["The command line with which `threat-detect` starts Codex."];
    case "wrapper":
      return ["Whether and how the wrapper program starts Codex."];
  }
}
