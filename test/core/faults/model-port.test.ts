import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { start, stepWith, write } from "../fix/config-step.js";
import { providerBlock } from "../../support/toml.js";
import { first, kinds, options } from "./found.js";

const proxy = "http://172.30.0.30:10000";

describe("a base URL at AWF's proxy", () => {
  const at = (baseUrl: string): string => write(providerBlock.replace(proxy, baseUrl));

  test.each([
    [":10002", "", undefined],
    [":10002", "-m gpt-5", undefined],
    [":10002", "-m copilot/gpt-5", undefined],
    [":10002", '-m "$GITHUB_ACTOR"', undefined],
    [":10000", '-m "copilot/$GITHUB_ACTOR"', undefined],
    [":10000", "-m copilot/gpt-5", "wrongPort"],
    [":10000", "-m my-copilot/gpt-5", undefined],
    [":10000", "", undefined],
  ])("must have a port that serves the model: %s, `%s`", (port, flag, kind) => {
    const text = stepWith(at(proxy.replace(":10000", port))).replace("exec x", `exec ${flag} x`);
    expect(kinds(text)).toEqual(kind === undefined ? [] : [kind]);
  });

  test("is not reported for its port if the model or the credentials are unclear", () => {
    const two = `model = "copilot/gpt-5"\n${providerBlock}`;
    expect(kinds(stepWith(write(two)).replace("exec x", "exec -m gpt-5 x"))).toEqual([]);
    const detection = "awf --enable-api-proxy -- threat-detect --engine codex x";
    const other = proxy.replace(":10000", ":10002");
    expect(kinds(stepWith(write(two.replace(proxy, other))).replace("exec x", "exec -m gpt-5 x"))).toEqual(
      [],
    );
    expect(kinds(stepWith(at(other)).replace(start, detection))).toEqual([]);
    const named = `GH_AW_MODEL_DETECTION_CODEX=gpt-5 ${detection}`;
    expect(kinds(stepWith(at(other)).replace(start, named))).toEqual([]);
    expect(kinds(stepWith(at(other)).replace(start, `OPENAI_API_KEY=k ${named}`))).toEqual(["wrongPort"]);
    expect(kinds(stepWith(write(two.replace(proxy, other))))).toEqual([]);
  });

  test("is not reported if it is the one in the options, or if AWF sets it", () => {
    const text = stepWith(at(proxy.replace(":10000", ":10002"))).replace("awf", "OPENAI_API_KEY=k awf");
    expect(kinds(text)).toEqual(["wrongPort"]);
    const baseUrl = "http://172.30.0.30:10002";
    expect(diagnose(text, { ...options, baseUrl })).toEqual([]);
    const old = stepWith("", "0.115.0").replace("exec x", "exec -m copilot/gpt-5 x");
    expect(kinds(old)).toEqual([]);
  });

  test("is reported with the correct port and the reason", () => {
    const text = stepWith(at(proxy.replace(":10000", ":10002"))).replace("awf", "OPENAI_API_KEY=k awf");
    expect(first(text)?.data).toMatchObject({
      port: "10002",
      fitting: "10000",
      why: "the step passes a credential only for port 10000",
    });
    expect(first(stepWith(at(proxy)).replace("exec x", "exec -m Copilot/gpt-5 x"))?.data).toMatchObject({
      port: "10000",
      fitting: "10002",
      why: "`Copilot/gpt-5` is served at port 10002",
    });
  });
});
