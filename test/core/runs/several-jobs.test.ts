import { applyEdits, diagnose, findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { fix } from "../../support/fix.js";
import { workflow } from "../../support/workflow.js";

const start = "awf --enable-api-proxy --env-all -- codex exec x";
const install = "npm i -g @openai/codex@0.121.0";
const installAwf = "bash /x/install_awf_binary.sh v0.25.20";
const step = (run: string, env: Readonly<Record<string, string>> = {}) => ({ name: "Step awf", run, env });

describe("runs in several jobs", () => {
  test("are found in order, each with its job", () => {
    const text = workflow({
      jobs: { a: [step(start), step(start)], b: [step("codex exec y")], c: [step(start)] },
    });
    expect(findCodexRuns(parseWorkflow(text)).map(({ job }) => job.id)).toEqual(["a", "a", "c"]);
  });

  test("share versions that another job installs, even after one of the runs is fixed", () => {
    const text = workflow({
      jobs: { a: [step(start)], b: [step(start)], c: [step(install), step(installAwf)] },
    });
    const findings = diagnose(text);
    expect(findings.map(({ data }) => [data.job, data.codex])).toEqual([
      ["a", "0.121.0"],
      ["b", "0.121.0"],
    ]);
    const fixed = applyEdits(text, findings[0]?.fix ?? []);
    expect(fixed).toContain('base_url="http://172.30.0.30:10000/v1"');
    expect(diagnose(fixed)).toMatchObject([{ data: { job: "b", codex: "0.121.0" } }]);
    expect(diagnose(fix(text))).toEqual([]);
  });

  test("use their own job's AWF version if it has one, otherwise another job's", () => {
    const version = (value: string) => ({ GH_AW_INFO_AWF_VERSION: value });
    const text = workflow({
      jobs: {
        a: [step(start)],
        b: [step("true", version("v0.2.0")), step("true", version("v0.3.0")), step(start)],
        c: [step(start, version(""))],
        d: [step("true", version("v0.1.0"))],
        e: [step(start), step(installAwf)],
      },
    });
    expect(findCodexRuns(parseWorkflow(text)).map(({ awfVersion }) => awfVersion)).toEqual([
      "v0.2.0",
      "v0.2.0",
      "v0.2.0",
      "v0.2.0",
    ]);
    const installed = workflow({
      jobs: { a: [step(start)], b: [step(installAwf)], c: [step(`${installAwf}0`)] },
    });
    expect(findCodexRuns(parseWorkflow(installed))).toMatchObject([{ awfVersion: "v0.25.20" }]);
  });

  test("use the first Codex version installed by any job if their own job installs none", () => {
    const text = workflow({
      jobs: {
        a: [step(start)],
        b: [step("echo @openai/codex"), step(`${install}\nnpm i @openai/codex@0.1.0`)],
        c: [step("npm i @openai/codex@0.2.0")],
      },
    });
    expect(findCodexRuns(parseWorkflow(text))).toMatchObject([{ codexVersion: "0.121.0" }]);
  });
});
