import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../settings.js";
import type { Sample } from "../workers/diagnose-times.js";
import { temporaryFolder } from "./temporary-folder.js";

const worker = fileURLToPath(new URL("../workers/diagnose-times.js", import.meta.url));

/** Milliseconds of each round by text, in the order of the texts; fewer or none if the time limit was reached. */
export type Times = readonly (readonly number[])[];

/** Times texts in a separate process with a time limit. Texts of a group take turns; groups follow one another. */
export function timeDiagnoses(groups: readonly (readonly string[])[], settings: Settings): Times {
  const folder = temporaryFolder();
  const texts = groups.flat();
  const pathOf = (index: number): string => join(folder, `${index}.lock.yml`);
  for (const [index, text] of texts.entries()) writeFileSync(pathOf(index), text);

  let first = 0;
  const samples = groups.flatMap((group) => {
    const paths = group.map((_, index) => pathOf(first + index));
    const offset = first;
    first += group.length;
    return runWorker(paths, settings).map(({ index, time }) => ({ index: index + offset, time }));
  });
  return texts.map((_, index) => samples.filter((sample) => sample.index === index).map(({ time }) => time));
}

function runWorker(paths: readonly string[], { growthRounds, patience }: Settings): readonly Sample[] {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    [worker, String(growthRounds), ...paths],
    { encoding: "utf8", timeout: patience },
  );
  if (status !== 0 && signal === null) throw new Error(`Reading ${paths.join(", ")} failed:\n${stderr}`);
  return stdout
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as Sample);
}
