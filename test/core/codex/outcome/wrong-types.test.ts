import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { proxyConfig } from "./config-text.js";
import { file, refusal } from "./refusal.js";

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
