import { diagnose } from "@gh-aw-lint/core";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { otherEngineFile, type Mention } from "../lock-files/other-engine-file.js";
import { realFiles } from "../lock-files/real-files.js";
import { compareCalls } from "../measure/in-process.js";
import { temporaryFolder } from "../measure/temporary-folder.js";
import type { Result, Row } from "../row.js";
import type { Settings } from "../settings.js";

const mentions = {
  none: { what: "does not name codex", target: 0.2 },
  prompt: { what: "names codex in a prompt", target: 0.5 },
  "models, plain": { what: "names models of codex", target: 0.2 },
  "models, escaped": { what: "names models of codex, escaped", target: 0.2 },
} as const satisfies Record<Mention, { readonly what: string; readonly target: number }>;

/** (e) A file that does not run Codex, compared with reading it from disk. */
export function compareWithReading(settings: Settings): readonly Row[] {
  const real = realFiles()?.otherEngine;
  const row = (what: string, target: number, result: Result): Row => ({
    part: "e",
    what: `diagnose: ${what}`,
    against: "readFileSync",
    limit: { target },
    result,
  });
  return [
    ...Object.entries(mentions).map(([mention, { what, target }]) =>
      row(
        `another engine's file, ${what}`,
        target,
        compare(otherEngineFile(mention as Mention, 110_000), settings),
      ),
    ),
    row(
      "a real file of another engine, names models of codex",
      0.2,
      real === undefined ? { kind: "skipped", why: "no real lock files here" } : compare(real, settings),
    ),
  ];
}

function compare(text: string, settings: Settings): Result {
  const path = join(temporaryFolder(), "bench.lock.yml");
  writeFileSync(path, text);
  return {
    kind: "measured",
    ...compareCalls(text, diagnose, () => readFileSync(path, "utf8"), settings),
  };
}
