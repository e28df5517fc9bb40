import { describe, expect, test } from "vitest";
import { hereDocument } from "../../support/steps.js";
import { providerBlock, shellPolicy } from "../../support/toml.js";
import { configOf, converted } from "./config-texts.js";

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
    ["another awk program", filter().replace("{ print }", "{ print tolower($0) }").replace("skip_", "")],
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
