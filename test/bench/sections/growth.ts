import { shapes, type Shape } from "../lock-files/adversarial.js";
import { broken, codexFile } from "../lock-files/codex-file.js";
import { otherEngineFile } from "../lock-files/other-engine-file.js";
import { timeDiagnoses, type Times } from "../measure/diagnose-times.js";
import { compareRounds, median } from "../measure/comparison.js";
import type { Limit, Result, Row } from "../row.js";
import type { Settings } from "../settings.js";

const growth = { target: 13 } satisfies Limit;
const ordinary = { target: 3 } satisfies Limit;

/** Larger texts would show nothing new. */
const largest = 16_000_000;

/** (f) How time grows with size, and how long the most expensive texts take. */
export function measureGrowth(settings: Settings): readonly Row[] {
  return [
    ...ordinaryGrowth("a Codex file with a fix", (size) => codexFile(broken, size), settings),
    ...ordinaryGrowth("another engine's file", (size) => otherEngineFile("models, plain", size), settings),
    ...shapes.flatMap((shape) => adversarialRows(shape, settings)),
  ];
}

function ordinaryGrowth(what: string, write: (size: number) => string, settings: Settings): Row[] {
  const times = timeDiagnoses([[write(100_000), write(1_000_000)], [write(10_000_000)]], settings);
  const row = (from: string, to: string, index: number): Row => ({
    part: "f",
    what: `diagnose: ${what}, ${to}`,
    against: from,
    limit: growth,
    result: ratio(times, index + 1, index, settings),
  });
  return [row("0.1 MB", "1 MB", 0), row("1 MB", "10 MB", 1)];
}

function adversarialRows({ name, count, write }: Shape, settings: Settings): Row[] {
  console.error(`  ${name}`);
  const text = write(count);
  const tenfold = write(count * 10);
  const times = timeDiagnoses(
    [
      [codexFile(broken, text.length), write(count / 10), text],
      ...(tenfold.length > largest ? [] : [[tenfold]]),
    ],
    settings,
  );
  const row = (against: string, limit: Limit, index: number, base: number): Row => ({
    part: "f",
    what: `diagnose: ${name}`,
    against,
    limit,
    result: ratio(times, index, base, settings),
  });
  return [
    row("an ordinary file of its size", ordinary, 2, 0),
    row("a tenth of them", growth, 2, 1),
    ...(tenfold.length > largest
      ? []
      : [{ ...row("themselves", growth, 3, 2), what: `diagnose: ten times as many ${name}` }]),
  ];
}

function ratio(times: Times, index: number, base: number, { patience }: Settings): Result {
  const ours = times[index] ?? [];
  const theirs = times[base] ?? [];
  if (theirs.length === 0) return { kind: "skipped", why: "what it is compared with took too long" };
  // Earlier texts used part of the time limit.
  if (ours.length === 0) return { kind: "tooSlow", moreThan: patience / 2 / median(theirs) };
  return {
    kind: "measured",
    // Texts of one group take turns; a text of a later group is compared with the median of the earlier one.
    ...compareRounds(ours.map((time, round) => ({ ours: time, theirs: theirs[round] ?? median(theirs) }))),
  };
}
