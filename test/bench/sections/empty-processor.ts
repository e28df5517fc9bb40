import { broken, codexFile, sound } from "../lock-files/codex-file.js";
import { mixedFiles, realMixedFiles } from "../lock-files/mixed-files.js";
import { realFiles } from "../lock-files/real-files.js";
import { compareProcesses } from "../measure/processes.js";
import type { Limit, Row } from "../row.js";
import type { Settings } from "../settings.js";
import { eslintProject } from "./eslint-project.js";

const many = { target: 2, stretch: 1.25 } satisfies Limit;
const one = { target: 1.4, stretch: 1.25 } satisfies Limit;

/** (a) The whole process, compared with a processor that returns nothing to lint. */
export function compareWithEmptyProcessor(settings: Settings): readonly Row[] {
  const real = realFiles();
  const compared = (
    what: string,
    texts: readonly string[] | undefined,
    compare: typeof compareOurs,
  ): Omit<Row, "limit"> => ({
    part: "a",
    what: `eslint, cold: ${what}`,
    against: "empty processor",
    result: texts ? compare(texts, settings) : { kind: "skipped", why: "no real lock files here" },
  });
  const row = (what: string, texts: readonly string[] | undefined, limit: Limit): Row => ({
    ...compared(what, texts, compareOurs),
    limit,
  });
  const parsed = (what: string, texts: readonly string[] | undefined): Row =>
    compared(`the parsers alone, ${what}`, texts, compareParsers);
  return [
    row("100 files, 10 run Codex", mixedFiles(), many),
    row("100 real files, 10 run Codex", realMixedFiles(), many),
    row("1 Codex file in order", [codexFile(sound, 110_000)], one),
    row("1 Codex file with a fix", [codexFile(broken, 110_000)], one),
    row("1 real Codex file in order", real && [real.sound], one),
    row("1 real Codex file with a fix", real && [real.broken], one),
    parsed("100 files, 10 run Codex", mixedFiles()),
    parsed("100 real files, 10 run Codex", realMixedFiles()),
    parsed("1 Codex file", [codexFile(sound, 110_000)]),
    parsed("1 real Codex file", real && [real.sound]),
  ];
}

function compareOurs(texts: readonly string[], { processRounds }: Settings): Row["result"] {
  const { ours, empty } = eslintProject(texts);
  return { kind: "measured", ...compareProcesses(ours, empty, processRounds) };
}

/** What the two parsers cost that the plugin uses, without anything of its own. */
function compareParsers(texts: readonly string[], { processRounds }: Settings): Row["result"] {
  const { parsers, empty } = eslintProject(texts);
  return { kind: "measured", ...compareProcesses(parsers, empty, processRounds) };
}
