import { writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { outcomesFolder, type RecordingFile, type ReleaseRecording } from "./codex-outcomes.js";

/** Writes a release's file, formatted with Prettier. Returns its path. */
export async function writeRecording({ codex, measured, outcomes }: ReleaseRecording): Promise<string> {
  const path = fileURLToPath(new URL(`${codex}.yaml`, outcomesFolder));
  const file: RecordingFile = {
    codex,
    measured,
    outcomes: Object.fromEntries(
      [...outcomes].map(([name, { outcome, error }]) => [
        name,
        error === null ? outcome : { outcome, error: error.join("\n") },
      ]),
    ),
  };
  const text = stringify(file, { lineWidth: 0, blockQuote: "literal" });
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  return path;
}
