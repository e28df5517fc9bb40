import { installCodex } from "../codex/install-codex.js";
import { openCodexOracle } from "../codex/ask-codex.js";
import { codexCases, type RecordedOutcome, type ReleaseRecording } from "../../recordings/index.js";

/** How many cases run at once: Codex mostly waits before it tries again. */
const atOnce = 4;

/**
 * Runs cases with a release of Codex, each in a fresh sandbox. Throws if a sandbox is impossible, or if npm does not
 * deliver the release.
 *
 * @param onOutcome called with each outcome as it arrives
 */
export async function measureRelease(
  version: string,
  names: readonly string[],
  onOutcome: (name: string, outcome: RecordedOutcome) => void,
): Promise<ReleaseRecording> {
  const { package: package_, integrity } = await installCodex(version);
  const cases = codexCases();
  const found = new Map<string, RecordedOutcome>();
  const queue = [...names];
  const work = async (): Promise<void> => {
    const oracle = await openCodexOracle();
    try {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const question = cases.get(name);
        if (!question) throw new Error(`There is no case ${name}.`);
        const { outcome, error } = await oracle.ask({ version, ...question });
        found.set(name, { outcome, error });
        onOutcome(name, { outcome, error });
      }
    } finally {
      await oracle.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, names.length) }, work));
  const date = new Date().toISOString().slice(0, 10);
  return {
    codex: version,
    measured: { date, package: package_, integrity },
    outcomes: new Map(
      names.flatMap((name) => {
        const outcome = found.get(name);
        return outcome ? [[name, outcome] as const] : [];
      }),
    ),
  };
}
