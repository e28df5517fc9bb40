import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { broken, codexFile } from "../lock-files/codex-file.js";
import { compareRounds } from "../measure/comparison.js";
import { temporaryFolder } from "../measure/temporary-folder.js";
import type { Row } from "../row.js";
import type { Settings } from "../settings.js";

const worker = fileURLToPath(new URL("../workers/peak-memory.js", import.meta.url));

/** (f) The peak memory of a process that judges 10 MB, above that of one that judges a small file. */
export function measureMemory({ growthRounds }: Settings): readonly Row[] {
  const folder = temporaryFolder();
  const large = join(folder, "large.lock.yml");
  const small = join(folder, "small.lock.yml");
  const text = codexFile(broken, 10_000_000);
  writeFileSync(large, text);
  writeFileSync(small, codexFile(broken, 20_000));
  const size = Buffer.byteLength(text);
  const rounds = Array.from({ length: growthRounds }, () => ({
    ours: peakOf(large) - peakOf(small),
    theirs: size,
  }));
  return [
    {
      part: "f",
      what: "diagnose: peak memory, 10 MB",
      against: "the size of the file",
      result: { kind: "measured", ...compareRounds(rounds, "bytes") },
      limit: { target: 40 },
    },
  ];
}

function peakOf(path: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [worker, path], { encoding: "utf8" });
  if (status !== 0) throw new Error(`Reading ${path} failed:\n${stderr}`);
  return Number(stdout);
}
