import { findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { runsOf } from "./runs-of.js";

const codex = "awf --enable-api-proxy --env-all -- codex";

describe("the model of a run", () => {
  test.each([
    ["exec --model m x", "m"],
    ["-m m exec x", "m"],
    ["exec --model=m x", "m"],
    ["exec -c model=m x", "m"],
    ["exec --config model=m x", "m"],
    ["exec -c a=b -c model=m x", "m"],
    ["exec -cmodel=m x", "m"],
    ["exec -mm x", "m"],
    ["exec --config=model=m x", "m"],
    [`exec -c 'model="m"' x`, "m"],
    ["exec -c model=a -m m x", "m"],
    ["exec -- -m m", undefined],
    ["exec -c model_provider=m x", undefined],
    ["exec model=m", undefined],
    ["exec --models=m x", undefined],
    ["exec -c", undefined],
  ])("is read from the command line: %s", (args, model) => {
    expect(runsOf(`${codex} ${args}`)).toMatchObject([{ model }]);
  });

  test.each([
    ["0.121.0", undefined],
    ["0.169.0", "m"],
  ])("set before `exec` with Codex %s is %s", (version, model) => {
    const script = `npm install -g @openai/codex@${version}\n${codex} -c model=m exec -c a=b x`;
    expect(runsOf(script)).toMatchObject([{ codexVersion: version, model }]);
  });

  test("is read from gh-aw's variables, the agent's before the detection's", () => {
    const agent = { GH_AW_MODEL_AGENT_CODEX: "a" };
    const detection = { GH_AW_MODEL_DETECTION_CODEX: "d" };
    expect(runsOf(`${codex} exec x`, { ...agent, ...detection })).toMatchObject([{ model: "a" }]);
    expect(runsOf(`${codex} exec x`, { GH_AW_MODEL_AGENT_CODEX: "", ...detection })).toMatchObject([
      { model: "d" },
    ]);
    expect(runsOf(`${codex} exec -m c x`, agent)).toMatchObject([{ model: "c" }]);
  });

  test("is read from the header if nothing else names one", () => {
    const named = (text: string) =>
      findCodexRuns(parseWorkflow(text.replace('"agent_id":"codex"', '$&,"agent_model":"gpt-5-codex"'))).map(
        ({ model, compiledModel }) => [model, compiledModel],
      );
    expect(named(lockFile({ detection: false }))).toEqual([["gpt-5-codex", "gpt-5-codex"]]);
    const env = { GH_AW_MODEL_AGENT_CODEX: "a" };
    expect(named(lockFile({ detection: false, execute: { env } }))).toEqual([["a", "gpt-5-codex"]]);
    expect(named(lockFile({ detection: false, header: false }))).toEqual([[undefined, undefined]]);
  });
});
