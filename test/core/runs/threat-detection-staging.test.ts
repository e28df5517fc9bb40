import { diagnose, findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { fix } from "../../support/fix.js";
import { executeCodex, hereDocument, installCodex } from "../../support/steps.js";
import { misplacedProvider, providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";

const home = "/tmp/gh-aw/threat-detection/codex-home";

interface Detection {
  readonly folder?: string;
  readonly toml?: string;
  /** The arguments of the script that copies the folder. */
  readonly stage?: string | undefined;
}

/** External threat detection as it is compiled for runners with ARC and DinD. */
function detection({ folder = home, toml = providerBlock, stage = "stage" }: Detection = {}): string {
  const prepare = {
    name: "Prepare Codex config for threat-detect",
    run:
      hereDocument({ path: `"\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml"`, delimiter: "EOF", toml }) +
      `cp "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "${folder}/config.toml"`,
  };
  const execute = executeCodex({
    env: { RUNNER_TEMP: "${{ runner.temp }}" },
    codex: `export CODEX_HOME="\${RUNNER_TEMP}/gh-aw/threat-detection/codex-home" && threat-detect --engine codex /tmp/gh-aw/threat-detection`,
  });
  const script = `bash "\${RUNNER_TEMP}/gh-aw/actions/stage_threat_detection_arc_dind.sh" ${stage}\n`;
  return workflow({
    jobs: {
      detection: [installCodex("0.147.0"), prepare, { ...execute, run: script + execute.run }],
    },
  });
}

describe("threat detection whose folder is copied to another Docker daemon", () => {
  test("reads the copied config.toml, which selects the provider", () => {
    expect(findCodexRuns(parseWorkflow(detection()))[0]?.configPath).toBe(
      "${RUNNER_TEMP}/gh-aw/threat-detection/codex-home/config.toml",
    );
    expect(diagnose(detection())).toEqual([]);
  });

  test("is reported and fixed in the step that writes the file", () => {
    const text = detection({ toml: misplacedProvider });
    expect(diagnose(text)).toMatchObject([{ kind: "misplacedSelection" }]);
    expect(diagnose(fix(text))).toEqual([]);
  });

  test("reads the copy of another folder if the script's argument names that", () => {
    expect(diagnose(detection({ folder: "/tmp/d/codex-home", stage: "stage /tmp/d" }))).toEqual([]);
    expect(diagnose(detection({ stage: "stage /tmp/d" }))).toMatchObject([{ kind: "noProvider" }]);
  });

  test("is reported if the script only collects results", () => {
    expect(diagnose(detection({ stage: "collect" }))).toMatchObject([{ kind: "noProvider" }]);
  });
});
