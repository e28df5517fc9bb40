import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { fix } from "../../support/fix.js";
import { codexHome, hereDocument, installAwf, installCodex } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { workflow, type Step } from "../../support/workflow.js";

const keys = { OPENAI_API_KEY: "${{ secrets.OPENAI_API_KEY }}" };
const container = `'args=(--engine codex); "\${RUNNER_TEMP}/threat-detect" "\${args[@]}" --output /tmp/r.json /tmp/in'`;
const awf = "sudo -E awf --env-all --exclude-env OPENAI_API_KEY --enable-api-proxy --";

function prepare(home: string, toml = providerBlock): Step {
  return {
    name: "Start MCP Gateway",
    env: { CODEX_HOME: home },
    run: `mkdir -p "\${CODEX_HOME}"\n${hereDocument({ path: `"\${CODEX_HOME}/config.toml"`, delimiter: "EOF", toml })}`,
  };
}

function detect(run: string, env: Readonly<Record<string, string>> = keys): Step {
  return { name: "Execute threat detection", env, run };
}

function detection(...steps: readonly Step[]): string {
  return workflow({ jobs: { detection: [installCodex("0.137.0"), installAwf("v0.27.2"), ...steps] } });
}

function addedLines(before: string, after: string): readonly string[] {
  const lines = before.split("\n");
  return after
    .split("\n")
    .filter((line) => !lines.includes(line))
    .map((line) => line.trim());
}

describe("external threat detection", () => {
  test("is reported without a `CODEX_HOME` even if another step of the job sets one", () => {
    const text = detection(prepare(codexHome), detect(`set -o pipefail\n${awf} /bin/bash -c ${container}`));
    const [finding, ...others] = diagnose(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ outcome: "direct", kind: "noProvider" });
    expect(finding?.data.remedy).toContain("`CODEX_HOME`");
  });

  test("gets the `CODEX_HOME` that the job prepares if its config.toml uses the proxy", () => {
    const text = detection(prepare(codexHome), detect(`set -o pipefail\n${awf} /bin/bash -c ${container}`));
    const fixed = fix(text);
    expect(addedLines(text, fixed)).toEqual([`export CODEX_HOME=${codexHome}`]);
    expect(diagnose(fixed)).toEqual([]);
  });

  test.each(["/gh-aw/mcp-config", "/with blank"])(
    "gets a prepared `CODEX_HOME` in the runner's temporary folder: %s",
    (folder) => {
      const home = "${{ runner.temp }}" + folder;
      const text = detection(prepare(home), detect(`set -e\n${awf} /bin/bash -c ${container}`));
      expect(addedLines(text, fix(text))).toEqual([`export CODEX_HOME="\${RUNNER_TEMP}${folder}"`]);
    },
  );

  test("gets no expression as `CODEX_HOME` in its script, because the value could be code", () => {
    const home = "/tmp/gh-aw/${{ vars.CODEX_FOLDER }}";
    const text = detection(prepare(home), detect(`set -e\n${awf} /bin/bash -c ${container}`));
    expect(addedLines(text, fix(text))).toContain("export CODEX_HOME=/tmp/gh-aw/codex-home");
  });

  test.each([
    ["no step prepares a `CODEX_HOME`", []],
    ["the config.toml that the job prepares bypasses the proxy", [prepare(codexHome, "[history]\n")]],
  ])("gets its own `CODEX_HOME` and config.toml if %s", (_, steps) => {
    const text = detection(...steps, detect(`set -o pipefail\n${awf} /bin/bash -c ${container}`));
    const fixed = fix(text);
    const added = addedLines(text, fixed).join("\n");
    expect(added).toContain("export CODEX_HOME=/tmp/gh-aw/codex-home");
    expect(added).toContain('model_provider = "openai-proxy"');
    expect(diagnose(fixed)).toEqual([]);
    expect(fix(fixed)).toBe(fixed);
  });

  test("is also fixed in a script of one line", () => {
    for (const steps of [[], [prepare(codexHome)]]) {
      const text = detection(...steps, detect(`${awf} threat-detect --engine codex /tmp/in`));
      const fixed = fix(text);
      expect(fixed).not.toBe(text);
      expect(diagnose(fixed)).toEqual([]);
    }
  });

  test("gets no fix if AWF does not pass `CODEX_HOME` on", () => {
    for (const option of ["", "--env-all --exclude-env CODEX_HOME"]) {
      const call = `awf ${option} --enable-api-proxy -- /bin/bash -c ${container}`;
      const [finding] = diagnose(detection(prepare(codexHome), detect(`set -e\n${call}`)));
      expect(finding).toMatchObject({ kind: "noProvider", fix: undefined, suggestions: [] });
      expect(finding?.data.remedy).toContain("No step of this job writes `${HOME}/.codex/config.toml`.");
    }
  });

  test("gets a config.toml if no step writes one to its `CODEX_HOME`", () => {
    const env = { ...keys, CODEX_HOME: "/tmp/elsewhere" };
    const text = detection(detect(`set -e\n${awf} /bin/bash -c ${container}`, env));
    const [finding] = diagnose(text, { outcomes: ["refused"] });
    expect(finding?.kind).toBe("missingHome");
    const fixed = applyEdits(text, finding?.fix ?? []);
    expect(addedLines(text, fixed)).toContain(`cat > "$CODEX_HOME/config.toml" << 'EOF'`);
    expect(fixed).not.toContain("export CODEX_HOME");
    expect(diagnose(fixed)).toEqual([]);
  });

  test("is not reported if its step, `$GITHUB_ENV`, or its command in the container sets `CODEX_HOME`", () => {
    const script = `set -e\n${awf} /bin/bash -c ${container}`;
    const own = detect(script, { ...keys, CODEX_HOME: codexHome });
    expect(diagnose(detection(prepare(codexHome), own))).toEqual([]);
    const exported = { name: "Set", run: `echo "CODEX_HOME=${codexHome}" >> "$GITHUB_ENV"\n` };
    expect(diagnose(detection(prepare(codexHome), exported, detect(script)))).toEqual([]);
    const inside = container.replace("args=", `export CODEX_HOME=${codexHome}; args=`);
    const text = detection(prepare(codexHome), detect(`set -e\n${awf} /bin/bash -c ${inside}`));
    expect(diagnose(text)).toEqual([]);
  });
});
