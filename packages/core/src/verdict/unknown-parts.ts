import { readCommandLine } from "../codex/command/index.js";
import { codexRelease } from "../codex/releases/index.js";
import { type AssembledConfig, definedProviders, type DiagnoseOptions, textAt } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import { isTable, parseToml, valueAt } from "../toml/index.js";
import type { Defined } from "./possible-texts.js";
import { unknownPartsOfArguments } from "./unknown-arguments.js";
import { knownLines, unknownPartsOfConfig } from "./unknown-config.js";
import type { UnknownPart } from "./unknown-part.js";

/** Only this many parts, the first ones, are considered. */
const MAX_PARTS = 12;

/** The unknown parts of a run's configuration and command line. */
export function unknownParts(
  way: CodexRun,
  config: AssembledConfig | undefined,
  options: DiagnoseOptions,
): readonly UnknownPart[] {
  const hasGuesses = way.argumentTexts.some(({ text }) => text.guesses.length > 0);
  if (!hasGuesses && (!config || config.guesses.length + config.gaps.length === 0)) return [];
  const { overrides } = readCommandLine(way.args, codexRelease(way.codexVersion));
  const text = config ? knownLines(config) : "";
  const named = overrides.flatMap(({ path: [first, id] }) =>
    first === "model_providers" && id !== undefined ? [id] : [],
  );
  const selecting = overrides.findLast(({ path }) => path.join(".") === "model_provider")?.value;
  const selected = typeof selecting === "string" ? selecting : textAt(text, ["model_provider"]);
  const defined: Defined = {
    providers: [...new Set([...definedProviders(text), ...named])],
    profiles: definedProfiles(text),
    selected,
  };
  return [
    ...(config ? unknownPartsOfConfig(config, defined, options) : []),
    ...unknownPartsOfArguments(way.argumentTexts, defined, options),
  ].slice(0, MAX_PARTS);
}

function definedProfiles(config: string): readonly string[] {
  const parsed = parseToml(config);
  const profiles = "kind" in parsed ? undefined : valueAt(parsed, ["profiles"]);
  return isTable(profiles) ? [...profiles.keys()] : [];
}
