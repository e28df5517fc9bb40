import { findCodexRuns, parseWorkflow, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, script, start as startStep } from "../../support/job.js";
import { allOutcomes } from "../../support/outcomes.js";
import { providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";
import { start } from "./config-texts.js";
import { runsOf } from "./runs-of.js";

function pathOf(script: string, env: Readonly<Record<string, string>> = {}): string | undefined {
  return runsOf(script, env)[0]?.configPath;
}

describe("Codex's config.toml", () => {
  test("is in `CODEX_HOME` of the step, the script, one command, or the container", () => {
    expect(pathOf(start, { CODEX_HOME: "/a" })).toBe("/a/config.toml");
    expect(pathOf(`export CODEX_HOME=/b\n${start}`, { CODEX_HOME: "/a" })).toBe("/b/config.toml");
    expect(pathOf(`CODEX_HOME=/c ${start}`)).toBe("/c/config.toml");
    expect(pathOf(`awf --enable-api-proxy --env-all -- bash -c 'export CODEX_HOME=/d && codex exec x'`)).toBe(
      "/d/config.toml",
    );
    expect(pathOf(`echo "CODEX_HOME=/e" >> "$GITHUB_ENV"\n`)).toBeUndefined();
  });

  test("is in `CODEX_HOME` of the job, the workflow, or an earlier step", () => {
    const workflow = (workflowEnv: string, jobEnv: string, stepEnv: string): string | undefined => {
      const text = `env: {${workflowEnv}}\njobs:\n  a:\n    env: {${jobEnv}}\n    steps:\n      - run: ${start}\n        env: {${stepEnv}}\n`;
      return findCodexRuns(parseWorkflow(text))[0]?.configPath;
    };
    expect(workflow("CODEX_HOME: /w", "", "")).toBe("/w/config.toml");
    expect(workflow("CODEX_HOME: /w", "CODEX_HOME: /j", "")).toBe("/j/config.toml");
    expect(workflow("CODEX_HOME: /w", "CODEX_HOME: /j", "CODEX_HOME: /s")).toBe("/s/config.toml");
    expect(runsOf([`echo "CODEX_HOME=/e" >> "$GITHUB_ENV"`, start])[0]?.configPath).toBe("/e/config.toml");
  });

  test("is in the runner's temporary folder, in any spelling", () => {
    const path = "${RUNNER_TEMP}/x/config.toml";
    expect(pathOf(start, { CODEX_HOME: "${{ runner.temp }}/x" })).toBe(path);
    expect(pathOf(`export CODEX_HOME="\${RUNNER_TEMP}/x"\n${start}`)).toBe(path);
    expect(pathOf(`export CODEX_HOME="\${{ runner.temp }}/x"\n${start}`)).toBe(path);
  });

  test("is in the folder of a workflow variable that the step's `CODEX_HOME` refers to", () => {
    for (const name of ["${{ env.D }}", "${{env.D}}", "${{  env.D  }}"]) {
      const text = `env: {D: /w}\njobs:\n  a:\n    steps:\n      - run: ${start}\n        env: {CODEX_HOME: "${name}/x"}\n`;
      expect(findCodexRuns(parseWorkflow(text))[0]?.configPath).toBe("/w/x/config.toml");
    }
  });

  test("is in `~/.codex` if only other steps of the job set `CODEX_HOME`", () => {
    const detect = "awf --enable-api-proxy --env-all -- threat-detect --engine codex x";
    const path = (last: string, env: Readonly<Record<string, string>> = {}): string | undefined => {
      const others = { name: "Step", run: "true", env: { CODEX_HOME: "/p" } };
      const step = { name: "Step", run: last, env };
      return findCodexRuns(
        parseWorkflow(workflow({ header: {}, jobs: { agent: [others, step, others] } })),
      )[0]?.configPath;
    };
    for (const command of [detect, start]) {
      expect(path(command)).toBe("${HOME}/.codex/config.toml");
      expect(path(command, { CODEX_HOME: "/s" })).toBe("/s/config.toml");
      expect(path(`export CODEX_HOME=/x\n${command}`)).toBe("/x/config.toml");
    }
  });

  test("is in `~/.codex` by default", () => {
    expect(pathOf(start)).toBe("${HOME}/.codex/config.toml");
    expect(pathOf(start, { CODEX_HOME: "" })).toBe("${HOME}/.codex/config.toml");
    const written = (path: string): string =>
      `jobs:\n  a:\n    steps:\n      - run: |\n          mkdir -p ~/.codex\n          cat > ${path} << 'EOF'\n${indent(providerBlock)}          EOF\n          ${start}\n`;
    for (const path of [
      "~/.codex/config.toml",
      '"$HOME/.codex/config.toml"',
      '"${HOME}"/.codex/config.toml',
    ]) {
      expect(diagnose(written(path)), path).toEqual([]);
    }
    expect(diagnose(written("/elsewhere/config.toml"))).toHaveLength(1);
  });
});

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "          ");
}

describe("a step's `CODEX_HOME`", () => {
  test("comes from `$GITHUB_ENV` if an earlier step certainly wrote it", () => {
    const to = '>> "$GITHUB_ENV"';
    const homeOf = (script: string): string | undefined => runsOf([script, start])[0]?.configPath;
    const none = "${HOME}/.codex/config.toml";
    expect(homeOf(`echo CODEX_HOME=/a ${to}`)).toBe("/a/config.toml");
    expect(homeOf(`echo CODEX_HOME=/a=b ${to}`)).toBe("/a=b/config.toml");
    expect(homeOf(`echo CODEX_HOME=/a ${to}\necho CODEX_HOME=/b ${to}`)).toBe("/b/config.toml");
    expect(homeOf(`printf 'A=1\\nCODEX_HOME=/a\\n' ${to}`)).toBe("/a/config.toml");
    // GitHub refuses the file, and the step fails.
    expect(homeOf(`printf 'A=1\\nCODEX_HOME=/a\\n=x\\nB' ${to}`)).toBeUndefined();
    expect(homeOf(`curl -s x ${to}\necho ${to}\necho CODEX_HOME=/a ${to}`)).toBe("/a/config.toml");
    // curl's output may end without a line feed.
    expect(homeOf(`curl -s x ${to}\necho CODEX_HOME=/a ${to}`)).toBe("${CODEX_HOME}/config.toml");
    expect(homeOf(`printf CODEX_ ${to}\ncurl -s x ${to}\necho HOME=/a ${to}`)).toBe(
      "${CODEX_HOME}/config.toml",
    );
    expect(homeOf(`if [ -n "$D" ]; then echo CODEX_HOME=/a ${to}; fi`)).toBe(none);
    expect(homeOf(`echo CODEX_HOME=/a > elsewhere`)).toBe(none);
  });

  test("cannot use `env` for the step's own variables, because GitHub sets only the job's there", () => {
    for (const value of ["${{ env.NONE }}/x", "${{ env.A }}/x"])
      expect(pathOf(start, { A: "/a", CODEX_HOME: value })).toBe("/x/config.toml");
  });
});

test("a temporary `CODEX_HOME` that is gone is missing", () => {
  const kinds = (use: string): readonly unknown[] => {
    const home = script("CODEX_HOME=$(mktemp -d)", use, 'echo "CODEX_HOME=$CODEX_HOME" >> "$GITHUB_ENV"');
    const found = diagnose(job([], home, install, startStep), { outcomes: allOutcomes });
    return found.map(({ kind, data }) => [kind, data.home]);
  };
  expect(kinds(`trap 'rm -rf "$CODEX_HOME"' EXIT`)).toEqual([["missingHome", "/tmp/tmp.${...}"]]);
  expect(kinds("ls")).toEqual([["noProvider", undefined]]);
});
