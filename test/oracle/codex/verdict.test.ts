import { expect, test } from "vitest";
import { errorOf, outcomeOf, type Ended, type Seen } from "./verdict.js";

const ended = (status: number, stderr = ""): Ended => ({ status, stdout: "", stderr });
const proxied: Seen = {
  place: "proxy",
  kind: "http",
  method: "POST",
  path: "/responses",
  host: "172.30.0.30:10000",
};
const models: Seen = { ...proxied, method: "GET", path: "/models?x=1" };
const upgrade: Seen = { ...proxied, kind: "websocket", method: "GET" };
const direct: Seen = { ...upgrade, place: "internet", host: "api.openai.com" };

test.each<[string, readonly Seen[], number]>([
  ["proxied", [models, proxied], 0],
  ["websocket", [upgrade, proxied], 0],
  ["direct", [direct], 1],
  ["direct", [{ ...proxied, place: "internet", host: "eu.example.com", path: "/v1/responses" }], 1],
  ["direct", [proxied, direct], 0],
  ["refused", [], 1],
  ["refused", [models], 0],
  ["refused", [proxied], 1],
  ["refused", [{ ...direct, host: "github.com" }], 1],
])("is %s after %j", (outcome, seen, status) => {
  expect(outcomeOf(seen, ended(status))).toBe(outcome);
});

test("keeps the first lines of an error before Codex starts, without the folder", () => {
  const stderr = "Error loading config.toml:\n/tmp/home/.codex/config.toml:4:2: duplicate key\n  |\n4 | x\n";
  expect(errorOf(ended(1, stderr))).toEqual([
    "Error loading config.toml:",
    "config.toml:4:2: duplicate key",
    "  |",
  ]);
});

test("keeps the line that names a cause after Codex has started, without the time", () => {
  const stderr = [
    "OpenAI Codex v0.121.0",
    "provider: openai",
    "2026-11-26T02:00:00.1Z ERROR codex_models_manager::manager: failed to refresh available models: stream disconnected",
    "2026-11-26T02:00:00.2Z ERROR x: failed to connect to websocket: HTTP error: 401 Unauthorized",
    "ERROR: Reconnecting... 1/5",
  ].join("\n");
  expect(errorOf(ended(1, stderr))).toEqual([
    "ERROR x: failed to connect to websocket: HTTP error: 401 Unauthorized",
  ]);
  expect(errorOf(ended(0, "provider: openai\nhi"))).toBeNull();
});
