import { codexRelease } from "../codex/releases/index.js";
import { readCommandLine, readOptions } from "../codex/command/index.js";
import type { CodexRun } from "../runs/index.js";
import { spanInFile, type Span } from "../text/index.js";
import type { ExplainedOption } from "./run-explanation.js";

/** The options of a run's command line that configure Codex, and whether Codex applies them. */
export function explainOptions({
  args,
  argumentLocations,
  codexVersion,
}: CodexRun): readonly ExplainedOption[] {
  const { overrides } = readCommandLine(args, codexRelease(codexVersion));
  return readOptions(args)
    .options.filter(({ name }) => name !== "other" && name !== "model")
    .map(({ name, word: first, argument, bare }) => {
      const isOverride = ["config", "enable", "disable"].includes(name) && !bare;
      return {
        text: args.slice(first, argument + 1).join(" "),
        span: spanOf(argumentLocations[first], argumentLocations[argument]),
        counts: !isOverride || overrides.some((override) => override.argument === argument),
      };
    });
}

type Location = CodexRun["argumentLocations"][number];

function spanOf(first: Location, last: Location): Span | undefined {
  return first && first.script === last?.script ? spanInFile(first.script, first.start, last.end) : undefined;
}
