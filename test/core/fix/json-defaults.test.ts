import { applyEdits, diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  codexHome,
  configureCodex,
  copy,
  executeCodex,
  installCodex,
  startMcpGateway,
} from "../../support/steps.js";
import { workflow } from "../../support/workflow.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "refused", "missingKey", "wrongAddress", "websocket", "undetermined"],
};
const definition = {
  name: "OpenAI AWF proxy",
  base_url: "http://172.30.0.30:10000",
  env_key: "OPENAI_API_KEY",
  supports_websockets: false,
};
const p = { name: "P", base_url: "http://172.30.0.30:10000" };

/** A lock file of the newest compilers that configures Codex with this JSON. */
function compiled(json: string, execOptions = ""): string {
  return workflow({
    jobs: {
      agent: [
        installCodex("0.159.3"),
        {
          ...configureCodex({ defaults: {} }),
          env: { CODEX_HOME: codexHome, GH_AW_CODEX_CONFIG_JSON: json },
        },
        startMcpGateway({ sync: [copy.converted] }),
        executeCodex({ codex: `codex exec${execOptions} x` }),
      ],
    },
  });
}

function firstFinding(text: string): Finding {
  const [finding] = diagnose(text, options);
  if (!finding) throw new Error("Nothing was found.");
  return finding;
}

/** The JSON after the fix, which must leave no findings. */
function fixedJson(json: string): string {
  const text = compiled(json);
  const fixed = applyEdits(text, firstFinding(text).fix ?? []);
  expect(diagnose(fixed, options)).toEqual([]);
  const { jobs } = parse(fixed) as {
    jobs: { agent: { steps: { env?: { GH_AW_CODEX_CONFIG_JSON?: string } }[] } };
  };
  return jobs.agent.steps[1]!.env!.GH_AW_CODEX_CONFIG_JSON!;
}

/** What the fix adds to Codex's command line, which must leave the JSON unchanged. */
function flagsFor(json: string): string {
  const text = compiled(json);
  const [edit, ...others] = firstFinding(text).fix ?? [];
  expect(others).toEqual([]);
  const fixed = applyEdits(text, edit ? [edit] : []);
  expect(fixed).toContain(json);
  expect(diagnose(fixed, options)).toEqual([]);
  return edit?.text ?? "";
}

describe("a provider in the JSON that becomes config.toml", () => {
  test.each([
    ["an empty object", { defaults: {} }],
    ["an object with other keys", { defaults: { model: "gpt-5" } }],
    ["a table without providers", { defaults: { model: "gpt-5", model_providers: {} } }],
  ])("is defined and selected in %s", (_, config) => {
    expect(JSON.parse(fixedJson(JSON.stringify(config)))).toEqual({
      defaults: {
        ...config.defaults,
        model_provider: "openai-proxy",
        model_providers: { "openai-proxy": definition },
      },
    });
  });

  test("is added without changes to the JSON's layout", () => {
    expect(fixedJson('{ "defaults": { "model" : "gpt-5" } }')).toBe(
      `{ "defaults": {"model_provider":"openai-proxy","model_providers":{"openai-proxy":${JSON.stringify(definition)}}, "model" : "gpt-5" } }`,
    );
  });

  test("is only selected if it is already defined", () => {
    expect(fixedJson(JSON.stringify({ defaults: { model_providers: { p } } }))).toBe(
      JSON.stringify({ defaults: { model_provider: "p", model_providers: { p } } }),
    );
  });

  test("is set on the command line if the JSON has no defaults, or selects another one", () => {
    const defining = /^ -c model_provider="openai-proxy" -c model_providers\.openai-proxy\.name=/;
    expect(flagsFor("{}")).toMatch(defining);
    expect(flagsFor(JSON.stringify({ overrides: {} }))).toMatch(defining);
    expect(flagsFor(JSON.stringify({ defaults: { model_provider: "openai" } }))).toMatch(defining);
    const selecting = ' -c model_provider="p"';
    expect(flagsFor(JSON.stringify({ overrides: { model_providers: { p } } }))).toBe(selecting);
    expect(flagsFor(JSON.stringify({ defaults: { model_provider: "openai", model_providers: { p } } }))).toBe(
      selecting,
    );
  });
});

describe("a wrong `env_key` in the JSON that becomes config.toml", () => {
  const config = (provider: Readonly<Record<string, unknown>>) => ({
    defaults: { model_provider: "p", model_providers: { p: provider } },
  });

  test.each([
    ["first", { env_key: "MY_KEY", ...p }],
    ["in the middle", { name: p.name, env_key: "MY_KEY", base_url: p.base_url }],
    ["last", { ...p, env_key: "MY_KEY" }],
  ])("is removed with its comma if it is %s", (_, provider) => {
    expect(fixedJson(JSON.stringify(config(provider)))).toBe(JSON.stringify(config(p)));
    const spaced = fixedJson(JSON.stringify(config(provider), undefined, 1).replaceAll("\n", ""));
    expect(JSON.parse(spaced)).toEqual(config(p));
  });

  test("is removed if it is the only key", () => {
    const json = JSON.stringify({
      ...config({ env_key: "MY_KEY" }),
      overrides: { model_providers: { p } },
    });
    expect(JSON.parse(fixedJson(json))).toEqual({ ...config({}), overrides: { model_providers: { p } } });
  });

  test.each([
    ["only overrides", { overrides: config({ ...p, env_key: "MY_KEY" }).defaults }],
    ["overrides that set it", { ...config(p), overrides: { model_providers: { p: { env_key: "MY_KEY" } } } }],
    [
      "defaults and overrides that set it",
      { ...config({ ...p, env_key: "A" }), overrides: { model_providers: { p: { env_key: "B" } } } },
    ],
  ])("is not fixed with %s", (_, json) => {
    expect(firstFinding(compiled(JSON.stringify(json)))).toMatchObject({
      kind: "missingEnvironmentVariable",
      fix: undefined,
      suggestions: [],
    });
  });
});
