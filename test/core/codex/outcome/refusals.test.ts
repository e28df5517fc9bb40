import { describe, expect, it } from "vitest";
import { codexOutcome, type Reason } from "../../../../packages/core/src/codex/outcome/index.js";
import { providerConfig, proxyConfig } from "./config-text.js";

function refusal(config: string, codexVersion = "0.169.0"): Reason {
  const { outcome, reason } = codexOutcome({ config, codexVersion });
  expect(outcome).toBe("refused");
  return reason;
}

const file = { source: "file" };

describe("an invalid TOML file", () => {
  it("is refused with the location and the cause", () => {
    expect(refusal('model = "x"\r\nmodel_provider = [\r\n')).toEqual({
      kind: "invalidToml",
      message: "invalid value",
      line: 3,
      column: 1,
      offset: 33,
    });
  });

  it("is refused if a number exceeds 64 bits", () => {
    expect(refusal("\uFEFFa = 1\nb = 9223372036854775808")).toMatchObject({
      kind: "invalidToml",
      message: "integer beyond 64 bits",
      line: 2,
      column: 5,
      offset: 11,
    });
    expect(refusal("a = {\n  b = 1.5,\n  c = -9223372036854775809,\n}")).toMatchObject({
      line: 3,
      column: 7,
    });
  });

  it("is refused at its start if the location is unknown", () => {
    expect(refusal("a = 2021-02-30\nb = 9223372036854775808")).toMatchObject({
      message: "integer beyond 64 bits",
      line: 1,
      column: 1,
      offset: 0,
    });
  });

  it("is refused if it is nested deeper than Codex allows", () => {
    const nested = (depth: number): string => `a = ${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(codexOutcome({ config: proxyConfig({ root: nested(80) }) }).outcome).toBe("proxied");
    expect(refusal(proxyConfig({ root: nested(81) }))).toEqual({
      kind: "invalidToml",
      message: "nested too deep",
      line: 1,
      column: 1,
      offset: 0,
    });
    const tables = (depth: number): string => `[${"a.".repeat(depth - 1)}a]`;
    expect(codexOutcome({ config: proxyConfig({ tables: tables(80) }) }).outcome).toBe("proxied");
    expect(refusal(proxyConfig({ tables: tables(81) })).kind).toBe("invalidToml");
  });

  it.each([
    ['a = 1\n"a" = 2', ["a"], 2, 6],
    ["[t]\na = 1\na = 2", ["t", "a"], 3, 10],
    ["[t.u]\n[ t . 'u' ]", ["t", "u"], 2, 7],
    ["t = { a = 1, a = 2 }", ["a"], 1, 13],
    ["[t]\n  [t] # a", ["t"], 2, 7],
    ["'a b' = 1\n'a b' = 2", ["a b"], 2, 10],
    ["t = { 'a.b'.c = 1, \"a.b\" . c = 2 }", ["a.b", "c"], 1, 19],
    ['"\\u0061 b".c = 1\n"a b".c = 2', ["a b", "c"], 2, 17],
    ["__proto__ = 1\n__proto__ = 2", ["__proto__"], 2, 14],
    ["t = { a = 1 }\n[t.b]", ["t", "b"], 2, 15],
    ["\uFEFFa = 1\r\na = 2", ["a"], 2, 8],
  ])("is refused if a key or table is defined twice: %j", (config, path, line, offset) => {
    expect(refusal(config)).toMatchObject({ kind: "duplicateKey", path, line, offset, ...file });
  });
});

describe("a provider's table", () => {
  it("needs a name, which must not be empty from 0.123 on", () => {
    const path = ["model_providers", "p"];
    const nameless = providerConfig('base_url = "http://172.30.0.30:10000"');
    expect(refusal(nameless, "0.98.0")).toEqual({ kind: "missingName", provider: "p", path, ...file });
    expect(refusal(nameless)).toEqual({ kind: "missingName", provider: "p", path, ...file });
    const blank = providerConfig('name = " "', 'base_url = "http://172.30.0.30:10000"');
    expect(codexOutcome({ config: blank, codexVersion: "0.122.0" }).outcome).toBe("proxied");
    expect(refusal(blank, "0.123.0")).toEqual({
      kind: "emptyName",
      provider: "p",
      path: [...path, "name"],
      ...file,
    });
  });

  it.each(["openai", "ollama", "lmstudio"])("must not have the reserved id %s from 0.115 on", (provider) => {
    const config = proxyConfig({ tables: `[model_providers.${provider}]\nname = "X"` });
    expect(codexOutcome({ config, codexVersion: "0.114.0" }).outcome).toBe("proxied");
    expect(refusal(config, "0.115.0")).toEqual({
      kind: "reservedProvider",
      provider,
      path: ["model_providers", provider],
      ...file,
    });
  });

  it("for Amazon Bedrock may set only some fields from 0.123 on", () => {
    const config = proxyConfig({ tables: '[model_providers.amazon-bedrock]\nname = "X"' });
    expect(codexOutcome({ config, codexVersion: "0.122.0" }).outcome).toBe("proxied");
    expect(refusal(config, "0.123.0")).toEqual({
      kind: "unsupportedField",
      path: ["model_providers", "amazon-bedrock", "name"],
      ...file,
    });
    const profile = proxyConfig({ tables: '[model_providers.amazon-bedrock.aws]\nprofile = "x"' });
    expect(codexOutcome({ config: profile }).outcome).toBe("proxied");
  });

  it("may have an `aws` table only for Amazon Bedrock from 0.123 on", () => {
    const config = proxyConfig({ provider: 'aws = { profile = "x" }' });
    expect(codexOutcome({ config, codexVersion: "0.122.0" }).outcome).toBe("proxied");
    expect(refusal(config, "0.123.0")).toEqual({
      kind: "unsupportedField",
      path: ["model_providers", "openai-proxy", "aws"],
      ...file,
    });
  });

  it("is checked even if it is not selected", () => {
    const config = proxyConfig({ tables: '[model_providers.other]\nname = "X"\nwire_api = "chat"' });
    expect(refusal(config)).toEqual({
      kind: "chatWireApi",
      provider: "other",
      path: ["model_providers", "other", "wire_api"],
      ...file,
    });
  });

  it("accepts only `responses` as wire_api", () => {
    expect(refusal(proxyConfig({ provider: 'wire_api = "Responses"' }))).toEqual({
      kind: "unknownValue",
      value: "Responses",
      expected: ["responses"],
      path: ["model_providers", "openai-proxy", "wire_api"],
      ...file,
    });
  });

  it("with `auth` needs a command, and must not have other credentials from 0.118 on", () => {
    const auth = '\n[model_providers.openai-proxy.auth]\ncommand = "token"';
    expect(codexOutcome({ config: proxyConfig({ provider: auth }) }).outcome).toBe("proxied");
    expect(refusal(proxyConfig({ provider: auth.replace('"token"', '" "') }))).toEqual({
      kind: "unknownValue",
      value: " ",
      expected: ["a command"],
      path: ["model_providers", "openai-proxy", "auth", "command"],
      ...file,
    });
    expect(
      refusal(proxyConfig({ provider: auth.replace("command", "args").replace('"token"', "[]") })),
    ).toEqual({
      kind: "missingField",
      fields: ["command"],
      path: ["model_providers", "openai-proxy", "auth"],
      ...file,
    });
    for (const key of ["experimental_bearer_token = 'x'", "requires_openai_auth = true"]) {
      expect(refusal(proxyConfig({ provider: `${key}${auth}` }))).toMatchObject({ other: "auth" });
    }
    const off = proxyConfig({ provider: `requires_openai_auth = false${auth}` });
    expect(codexOutcome({ config: off }).outcome).toBe("proxied");
    const both = proxyConfig({ provider: `env_key = "OPENAI_API_KEY"${auth}` });
    expect(codexOutcome({ config: both, codexVersion: "0.115.0" }).outcome).toBe("proxied");
    expect(refusal(both)).toEqual({
      kind: "unsupportedField",
      other: "auth",
      path: ["model_providers", "openai-proxy", "env_key"],
      ...file,
    });
  });
});

describe("an MCP server", () => {
  it.each([
    ['command = "x"', "bearer_token", "command"],
    ['command = "x"', "url", "command"],
    ['command = "x"', "bearer_token_env_var", "command"],
    ['url = "x"', "bearer_token", "url"],
    ['url = "x"', "cwd", "url"],
  ])("with %s must not have %s", (transport, key, other) => {
    const config = proxyConfig({ tables: `[mcp_servers.s]\n${transport}\n${key} = "y"\n` });
    expect(refusal(config)).toEqual({
      kind: "unsupportedField",
      other,
      path: ["mcp_servers", "s", key],
      ...file,
    });
  });

  it("with an unknown value `chat` is not taken for a chat wire_api", () => {
    const config = proxyConfig({
      tables: '[mcp_servers.s]\ncommand = "x"\ndefault_tools_approval_mode = "chat"\n',
    });
    expect(refusal(config)).toMatchObject({ kind: "unknownValue", value: "chat" });
  });
});

describe("a wrong type", () => {
  it("is refused with the expected type and the actual value", () => {
    expect(refusal(proxyConfig({ provider: 'supports_websockets = "false"' }))).toEqual({
      kind: "wrongType",
      expected: "a boolean",
      found: 'the string "false"',
      path: ["model_providers", "openai-proxy", "supports_websockets"],
      ...file,
    });
  });

  it("is refused on the command line too", () => {
    const args = ["exec", "-c", "model_provider=5"];
    expect(codexOutcome({ config: proxyConfig(), args }).reason).toEqual({
      kind: "wrongType",
      expected: "a string",
      found: "the integer 5",
      path: ["model_provider"],
      source: "commandLine",
      argument: 2,
    });
  });

  it.each([
    ["mcp_oauth_callback_port = 65536", "an integer up to 65535", "the integer 65536"],
    ["mcp_oauth_callback_port = -1", "an integer from 0", "the integer -1"],
    ["mcp_oauth_callback_port = 1.0", "an integer", "the float 1"],
    ["agents = { max_threads = 0 }", "an integer from 1", "the integer 0"],
    ["mcp_servers = { s = { command = 'x', tool_timeout_sec = '1' } }", "a number", 'the string "1"'],
    ["mcp_servers = { s = { command = 'x', tool_timeout_sec = true } }", "a number", "the boolean true"],
    [
      "mcp_servers = { s = { command = 'x', tool_timeout_sec = -0.5 } }",
      "a number that is not negative",
      "the float -0.5",
    ],
    ["notify = 'x'", "an array", 'the string "x"'],
    ["notify = { a = 1 }", "an array", "a table"],
    ["notify = [1]", "a string", "the integer 1"],
    ["hide_agent_reasoning = 2020-01-01", "a boolean", "a date"],
    ["projects = 1", "a table", "the integer 1"],
    ["model = ' '", "a string that is not empty", 'the string " "'],
    ["file_opener = 1", "a string", "the integer 1"],
    ["tui = { notifications = 1 }", "a boolean", "the integer 1"],
  ])("is described by the expected type and the actual value: %s", (root, expected, found) => {
    expect(refusal(proxyConfig({ root }))).toMatchObject({ kind: "wrongType", expected, found });
  });

  it.each([
    "mcp_oauth_callback_port = 0",
    "mcp_oauth_callback_port = 65535",
    "agents = { max_threads = 1 }",
    "mcp_servers = { s = { command = 'x', tool_timeout_sec = 0 } }",
    "mcp_servers = { s = { command = 'x', tool_timeout_sec = 0.5 } }",
    "mcp_servers = { s = { command = 'x', env_vars = ['A', { name = 'B' }] } }",
    "model_context_window = -1",
    "tui = { notifications = ['x'] }",
    "tui = { notifications = true }",
    "approval_policy = { granular = {} }",
    "agents = { mine = { description = 'x' } }",
    "model = 'x'",
  ])("is not reported for a valid value: %s", (root) => {
    expect(codexOutcome({ config: proxyConfig({ root }) }).outcome).toBe("proxied");
  });

  it.each([
    ["otel = { exporter = {} }", "wrongType", undefined],
    ["mcp_servers = { s = {} }", "missingField", ["command", "url"]],
    ["approval_policy = { other = {} }", "wrongType", undefined],
  ])("or a missing field is refused: %s", (root, kind, fields) => {
    const reason = refusal(proxyConfig({ root }));
    expect(reason).toMatchObject({ ...file, kind, ...(fields && { fields }) });
  });

  it.each([
    "model = true",
    "model_providers = []",
    "model_providers = { p = 1 }",
    'model_reasoning_effort = ""',
    'sandbox_mode = "full"',
    'approval_policy = "always"',
    'history = { persistence = "x" }',
    'features = { plugins = "no" }',
    'shell_environment_policy = { inherit = "some" }',
    'shell_environment_policy = { include_only = ["HOME", 1] }',
    "profiles = { unused = { model = 5 } }",
    "mcp_servers = { s = {} }",
    'mcp_servers = { s = { command = "x", url = "http://y" } }',
    'mcp_servers = { s = { url = "http://y", args = [] } }',
    'mcp_servers = { s = { command = "x", startup_timeout_sec = -1 } }',
    'otel = { exporter = { otlp-http = { endpoint = "http://y" } } }',
  ])("or an invalid value is refused anywhere in the file: %s", (root) => {
    const model = root.startsWith("model_providers");
    expect(refusal(model ? root : proxyConfig({ root }))).toMatchObject(file);
  });

  it.each([
    "model = 2020-01-01",
    "unknown = 1",
    'model_reasoning_effort = "maximal"',
    "features = { anything = true, code_mode = { limit = 1 } }",
    'mcp_servers = { s = { type = "http", url = "http://y", unknown = 1 } }',
    'otel = { exporter = { otlp-grpc = { endpoint = "http://y" } } }',
    "history = { max_bytes = 1 }",
  ])("is not reported where Codex accepts any value or key: %s", (root) => {
    expect(codexOutcome({ config: proxyConfig({ root }) }).outcome).toBe("proxied");
  });

  it("depends on the release", () => {
    const history = proxyConfig({ root: "history = { max_bytes = 1 }" });
    expect(refusal(history, "0.123.0")).toMatchObject({ kind: "missingField", fields: ["persistence"] });
    const search = proxyConfig({ root: 'web_search = "indexed"' });
    expect(refusal(search, "0.121.0").kind).toBe("unknownValue");
    expect(codexOutcome({ config: search }).outcome).toBe("proxied");
  });
});
