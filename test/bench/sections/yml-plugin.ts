import { mixedFiles } from "../lock-files/mixed-files.js";
import { compareProcesses } from "../measure/processes.js";
import type { Row } from "../row.js";
import type { Settings } from "../settings.js";
import { eslintProject } from "./eslint-project.js";

/** (b) The whole process, compared with eslint-plugin-yml's recommended rules. */
export function compareWithYmlPlugin({ processRounds }: Settings): readonly Row[] {
  const { ours, yml } = eslintProject(mixedFiles());
  // These processes are slow, and a third of the rounds gives results that are as steady.
  const rounds = Math.ceil(processRounds / 3);
  return [
    {
      part: "b",
      what: "eslint, cold: 100 files, 10 run Codex",
      against: "eslint-plugin-yml",
      result: { kind: "measured", ...compareProcesses(ours, yml, rounds) },
      limit: { target: 0.4 },
    },
  ];
}
