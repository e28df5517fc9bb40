import { installCodex } from "../codex/install-codex.js";
import { openCodexOracle } from "../codex/ask-codex.js";
import { codexCases, type RecordedOutcome, type ReleaseRecording } from "../../recordings/index.js";

/** Most of the time Codex waits before it tries again. */
const atOnce = 4;

/**
 * Asks a release of Codex cases, each in a sandbox that is as new. Throws if there can be no sandbox, and if the release
 * cannot be had from npm.
 *
 * @param onOutcome told each outcome, in the order in which they come
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
