import { diagnose, findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { workflow } from "../../support/workflow.js";
import { configOf, configTexts, converted, gatewayHome, start } from "./config-texts.js";

describe("the JSON configuration of gh-aw's newest compilers", () => {
  const bootstrap = "node ${RUNNER_TEMP}/gh-aw/actions/convert_gateway_config_codex.cjs --bootstrap";
  const copy = `cp "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "${converted}"`;
  const convertedToml = (json: string, env: Readonly<Record<string, string>> = {}): readonly string[] =>
    configOf([`${bootstrap}\n${copy}`], { ...gatewayHome, GH_AW_CODEX_CONFIG_JSON: json, ...env });

  test("is converted to TOML with overrides merged into defaults, table by table", () => {
    const json = {
      defaults: { model: "a", history: { persistence: "none", max_bytes: 1 }, notify: ["a", "b"], tui: {} },
      overrides: { model: "b", history: { max_bytes: 2 }, notify: ["c"], tui: true },
    };
    expect(convertedToml(JSON.stringify(json))).toEqual([
      'model = "b"\nnotify = [ "c" ]\ntui = true\n\n[history]\npersistence = "none"\nmax_bytes = 2\n',
    ]);
    expect(convertedToml('{"overrides":{"model":"b"}}')).toEqual(['model = "b"\n']);
    expect(convertedToml("{}")).toEqual(["\n"]);
  });

  test("may contain variables in any string", () => {
    const values = {
      a: "${A}",
      b: ["x${A}y", 1, { c: "${A}${A}" }],
      d: "${NONE} $A ${0}",
      e: true,
      f: "${G}",
    };
    const [text] = convertedToml(JSON.stringify({ defaults: { z: "${A}" }, overrides: values }), {
      A: "1",
      G: "${{ github.actor }}",
    });
    expect(text).toContain('z = "1"\n');
    expect(text).toContain('a = "1"\n');
    expect(text).toContain('b = [ "x1y", 1, { c = "11" } ]\n');
    expect(text).toContain('d = "${NONE} $A ${0}"\n');
    expect(text).toContain("e = true\n");
    expect(text).toContain('f = "${G}"');
  });

  test("contains no variables if they are already expanded", () => {
    const json = { defaults: { z: "${A}" }, overrides: { a: "${A}" }, envExpanded: true };
    expect(convertedToml(JSON.stringify(json), { A: "1" })).toEqual(['z = "${A}"\na = "${A}"\n']);
    expect(convertedToml(JSON.stringify({ ...json, envExpanded: false }), { A: "1" })).toEqual([
      'z = "1"\na = "1"\n',
    ]);
  });

  test("drops servers that get their address from the gateway", () => {
    const servers = { open: { env: {} }, local: { command: "x" }, remote: { url: "http://x" }, odd: 1 };
    expect(convertedToml(JSON.stringify({ defaults: { mcp_servers: servers, model: "m" } }))).toEqual([
      'model = "m"\n\n[mcp_servers]\nodd = 1\n\n[mcp_servers.local]\ncommand = "x"\n\n[mcp_servers.remote]\nurl = "http://x"\n',
    ]);
    expect(convertedToml(JSON.stringify({ defaults: { mcp_servers: 1 } }))).toEqual(["mcp_servers = 1\n"]);
  });

  test.each(["", "{", "null", "[]", '"text"', '{"defaults":[]}', '{"overrides":1}', '{"defaults":null}'])(
    "becomes an unknown file if it is not valid: %s",
    (json) => {
      expect(convertedToml(json)).toEqual(["<the value of `GH_AW_CODEX_CONFIG_JSON`>"]);
    },
  );
});

describe("the JSON of an earlier step", () => {
  const json = '{"defaults":{"model":"m"}}';
  const configAfter = (first: string): readonly string[] => {
    const step = (run: string, env: Readonly<Record<string, string>>) => ({ name: "Step", run, env });
    const gateway = "node /x/start_mcp_gateway.cjs\ncp ${RUNNER_TEMP}/gh-aw/mcp-config/config.toml /h/";
    const agent = [
      step(first, { GH_AW_CODEX_CONFIG_JSON: json }),
      step(gateway, {}),
      step(start, { CODEX_HOME: "/h" }),
    ];
    return configTexts(findCodexRuns(parseWorkflow(workflow({ header: {}, jobs: { agent } })))[0]!);
  };

  test("is what the gateway converts if that step stored it", () => {
    expect(configAfter("node /x/convert_gateway_config_codex.cjs --bootstrap")).toEqual(['model = "m"\n']);
    const converted = ['[history]\npersistence = "none"\n\n<the MCP gateway>'];
    expect(configAfter("node /x/convert_gateway_config_codex.cjs")).toEqual(converted);
    expect(configAfter("node /x/other.cjs --bootstrap")).toEqual(converted);
  });
});

/** A lock file of the newest compilers that configures Codex with this JSON. */
function fileWith(json: string): string {
  const file = lockFile({ compiler: "newest", detection: false });
  return file.replace(
    /(GH_AW_CODEX_CONFIG_JSON: ).*/,
    (_, key: string) => `${key}'${json.replaceAll("'", "''")}'`,
  );
}

/** The kinds of findings of a file with this JSON, which selects no provider. */
const kinds = (json: string): readonly string[] => diagnose(fileWith(json)).map(({ kind }) => kind);

describe("JSON that cannot be converted to TOML", () => {
  test.each([
    ["a list that contains null", '{"defaults":{"a":[null]}}'],
    ["null for both sections", '{"defaults":null,"overrides":null}'],
    ["lists that are nested too deeply", `{"defaults":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`],
    ["tables that are nested too deeply", `{"defaults":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`],
    [
      "overrides that are nested too deeply",
      `{"overrides":${'{"a":'.repeat(20_000)}"x"${"}".repeat(20_000)}}`,
    ],
    [
      "another key that is nested too deeply",
      `{"x":${"[".repeat(20_000)}${"]".repeat(20_000)},"defaults":{}}`,
    ],
  ])("leaves the configuration unknown: %s", (_, json) => {
    expect(kinds(json)).toEqual(["undeterminedFile"]);
  });
});

describe("JSON with values that TOML cannot hold", () => {
  test.each([
    ["a table that contains null", '{"defaults":{"a":{"b":null}}}'],
    ["null for a provider", '{"defaults":{"model_provider":null,"model_providers":{"p":null}}}'],
    ["numbers that are too large", '{"defaults":{"a":1e999,"b":-1e999,"c":123456789012345678901234567890}}'],
    ["half of a surrogate pair", '{"defaults":{"a":"\\ud800"}}'],
    [
      "keys that every JavaScript object has",
      '{"defaults":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"hasOwnProperty":1}}',
    ],
  ])("is converted without them, and changes no other objects: %s", (_, json) => {
    expect(kinds(json)).toEqual(["noProvider"]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
