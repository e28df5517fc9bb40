import { findCodexRuns, parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { hereDocument } from "../../support/steps.js";
import { workflow } from "../../support/workflow.js";
import { runsOf } from "./runs-of.js";

const start = "awf --enable-api-proxy --env-all -- codex exec x";
const home = { CODEX_HOME: "/tmp/gh-aw/mcp-config" };
const converted = "/tmp/gh-aw/mcp-config/config.toml";

/** The possible texts of the run's config.toml, with `<program>` for unknown parts. */
function configOf(
  scripts: readonly string[],
  env: Readonly<Record<string, string>> = home,
): readonly string[] {
  const [run] = runsOf([...scripts, start], env);
  return textsOf(run!);
}

function textsOf({ config }: CodexRun): readonly string[] {
  return config.map((content) =>
    content === undefined
      ? "none"
      : content.map((part) => (part.kind === "known" ? part.expanded.text.text : `<${part.what}>`)).join(""),
  );
}

describe("the JSON configuration of gh-aw's newest compilers", () => {
  const bootstrap = "node ${RUNNER_TEMP}/gh-aw/actions/convert_gateway_config_codex.cjs --bootstrap";
  const copy = `cp "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "${converted}"`;
  const convertedToml = (json: string, env: Readonly<Record<string, string>> = {}): readonly string[] =>
    configOf([`${bootstrap}\n${copy}`], { ...home, GH_AW_CODEX_CONFIG_JSON: json, ...env });

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
    return textsOf(findCodexRuns(parseWorkflow(workflow({ header: {}, jobs: { agent } })))[0]!);
  };

  test("is what the gateway converts if that step stored it", () => {
    expect(configAfter("node /x/convert_gateway_config_codex.cjs --bootstrap")).toEqual(['model = "m"\n']);
    const converted = ['[history]\npersistence = "none"\n\n<the MCP gateway>'];
    expect(configAfter("node /x/convert_gateway_config_codex.cjs")).toEqual(converted);
    expect(configAfter("node /x/other.cjs --bootstrap")).toEqual(converted);
  });
});

describe("gh-aw's MCP gateway", () => {
  const gateway = 'bash "${RUNNER_TEMP}/gh-aw/actions/start_mcp_gateway.sh"';
  const output = '[history]\npersistence = "none"\n\n<the MCP gateway>';

  test("overwrites the config.toml in its folder", () => {
    const written = hereDocument({ path: converted, delimiter: "EOF", toml: shellPolicy });
    expect(configOf([`${written}${gateway}`])).toEqual([output]);
    expect(configOf([`${gateway}\n${written}`])).toEqual([shellPolicy]);
    const elsewhere = written.replace("/tmp/", "${RUNNER_TEMP}/");
    expect(configOf([`${elsewhere}${gateway}`])).toEqual(["none"]);
    expect(configOf([gateway], { CODEX_HOME: "${{ runner.temp }}/gh-aw/mcp-config" })).toEqual([output]);
  });

  test("writes to `CODEX_HOME` with `--config-only`", () => {
    const asked = "node /x/convert_gateway_config_codex.cjs --config-only";
    expect(configOf([asked], { CODEX_HOME: "/tmp/x" })).toEqual([output]);
    expect(configOf([asked.replace(" --config-only", "")], { CODEX_HOME: "/tmp/x" })).toEqual(["none"]);
    const json = { GH_AW_CODEX_CONFIG_JSON: '{"defaults":{"model":"m"}}' };
    expect(configOf([asked], { CODEX_HOME: "/tmp/x", ...json })).toEqual(['model = "m"\n']);
    expect(configOf([asked], {})).toEqual(["none"]);
  });

  test("is recognized only by its exact name", () => {
    const written = hereDocument({ path: converted, delimiter: "EOF", toml: shellPolicy });
    expect(configOf([`${written}node /x/my_start_mcp_gateway.cjs`])).toEqual([shellPolicy]);
    expect(
      configOf(["node /x/my_start_mcp_gateway.cjs\nstart_mcp_gateways x\necho x.start_mcp_gateway"]),
    ).toEqual(["none"]);
  });
});

describe("gh-aw's filter of the converted configuration", () => {
  const filter = (file = "/a.toml", more = ""): string =>
    `awk '/skip_openai_proxy/ { print }' ${file}${more} > ${converted}`;
  const write = (toml: string): string => hereDocument({ path: "/a.toml", delimiter: "EOF", toml });

  test("drops only selections and the proxy's own table", () => {
    const toml = `a = 1\n  model_provider  = "x"\nmodel_providers = 1\n${providerBlock}[b]\nmodel_provider = "y"\nc = 2\n[model_providers.openai-proxy]  \nd = 3\n`;
    expect(configOf([`${write(toml)}${filter()}`])).toEqual(["a = 1\nmodel_providers = 1\n\n[b]\nc = 2\n"]);
    expect(configOf([`${write("[model_providers.openai-proxy-2]\na = 1\n")}${filter()}`])).toEqual([
      "[model_providers.openai-proxy-2]\na = 1\n",
    ]);
    for (const kept of [
      "my_model_provider = 1",
      "# [model_providers.openai-proxy]",
      "[model_providers.openai-proxy] # a",
      " [model_providers.openai-proxy]",
    ]) {
      expect(configOf([`${write(`${kept}\nb = 2\n`)}${filter()}`])).toEqual([`${kept}\nb = 2\n`]);
    }
    expect(configOf([`printf '%s' 'a = 1' > /a.toml\n${filter()}`])).toEqual(["a = 1"]);
    expect(configOf([`printf '%s' 'model_provider = 1' > /a.toml\n${filter()}`])).toEqual([""]);
  });

  test("keeps its state from one command's text to the next", () => {
    const [head, ...lines] = providerBlock.split("\n").slice(2);
    const script = `${write(`${head!}\n`)}curl -s x >> /a.toml\n${write(`${lines.join("\n")}[b]\n`).replace("cat >", "cat >>")}`;
    expect(configOf([`${script}${filter()}`])).toEqual(["<`curl`>[b]\n"]);
  });

  test("passes unknown content on", () => {
    expect(configOf([filter("/missing.toml")])).toEqual(["<the file `/missing.toml`>"]);
  });

  test.each([
    ["another awk program", filter().replace("{ print }", '{ gsub("a", "b"); print }').replace("skip_", "")],
    ["several files", filter("/a.toml", " /b.toml")],
    ["another tool", filter().replace("awk", "gawkish")],
  ])("is not recognized with %s, whose output is unknown", (_, script) => {
    const [text] = configOf([`${write("a = 1\n")}${script}`]);
    expect(text).toMatch(/^</);
  });

  test("is not recognized without a file: it prints nothing of an empty input", () => {
    expect(configOf([`${write("a = 1\n")}${filter("")}`])).toEqual([""]);
  });
});

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
    const path = (value: string): string | undefined =>
      runsOf(start, { A: "/a", CODEX_HOME: value })[0]?.configPath;
    expect(path("${{ env.NONE }}/x")).toBe("/x/config.toml");
    expect(path("${{ env.A }}/x")).toBe("/x/config.toml");
  });
});
