import { diagnose } from "@gh-aw-lint/core";
import { parseDocument } from "yaml";
import { broken, codexFile, sound } from "../lock-files/codex-file.js";
import { realFiles } from "../lock-files/real-files.js";
import { compareCalls } from "../measure/in-process.js";
import type { Row } from "../row.js";
import type { Settings } from "../settings.js";

/** (d) A file that runs Codex, warm, compared with the YAML parser alone. */
export function compareWithParser(settings: Settings): readonly Row[] {
  const real = realFiles();
  const row = (what: string, text: string | undefined): Row => ({
    part: "d",
    what: `diagnose: ${what}`,
    against: "parseDocument",
    limit: { target: 1.5, stretch: 1 },
    result:
      text === undefined
        ? { kind: "skipped", why: "no real lock files here" }
        : { kind: "measured", ...compareCalls(text, diagnose, parseDocument, settings) },
  });
  return [
    row("a Codex file in order", codexFile(sound, 110_000)),
    row("a Codex file with a fix", codexFile(broken, 110_000)),
    row("a Codex file of the newest compiler", codexFile("newest", 110_000)),
    row("a real Codex file in order", real?.sound),
    row("a real Codex file with a fix", real?.broken),
  ];
}
