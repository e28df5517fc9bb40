import { describe, expect, test } from "vitest";
import { fitsAtRoot, knownKeys } from "../../../../packages/core/src/codex/configuration/index.js";

describe("the keys that a table may have", () => {
  test("are those of the root, of a provider, of a profile", () => {
    expect(knownKeys([], "0.121.0")).toContain("sandbox_mode");
    expect(knownKeys(["model_providers", "any"], "0.121.0")).toContain("supports_websockets");
    expect(knownKeys(["profiles", "any"], "0.121.0")).toContain("model_provider");
    expect(knownKeys(["history"], "0.121.0")).toEqual(["persistence", "max_bytes"]);
  });

  test("are those of the one shape that is a table", () => {
    expect(knownKeys(["approval_policy"], "0.115.0")).toEqual(["granular"]);
    expect(knownKeys(["approval_policy"], "0.113.0")).toBeUndefined();
    expect(knownKeys(["otel", "exporter", "otlp-http"], "0.121.0")).toEqual(["endpoint", "headers"]);
  });

  test("change with the release", () => {
    expect(knownKeys(["memories"], "0.107.0")).toContain("use_memories");
    expect(knownKeys(["memories"], "0.106.0")).toBeUndefined();
    expect(knownKeys(["agents"], "0.103.0")).toEqual(["max_threads"]);
    expect(knownKeys(["agents"], "0.104.0")).toBeUndefined();
    expect(knownKeys(["agents", "any"], "0.104.0")).toContain("config_file");
    expect(knownKeys(["agents", "max_depth"], "0.106.0")).toContain("config_file");
    expect(knownKeys(["agents", "max_depth"], "0.107.0")).toBeUndefined();
  });

  test.each([
    ["features", "which may hold any flag"],
    ["mcp_servers.a.env", "which may hold any text"],
    ["unheard_of", "which nobody knows"],
    ["unheard_of.x", "which nobody knows"],
    ["model", "which is no table"],
    ["model.x", "which is none"],
    ["tui.notifications", "which is never one"],
    ["tui.notifications.x", "which is never one"],
    ["__proto__", "which nobody knows"],
  ])("are any in `%s`, %s", (path) => {
    expect(knownKeys(path.split("."), "0.121.0")).toBeUndefined();
  });
});

describe("a key below a table", () => {
  test("fits at the root by its name and its value", () => {
    expect(fitsAtRoot('[history]\nmodel = "m"', ["history"], "model", "0.121.0")).toBe(true);
    expect(fitsAtRoot("[history]\nmodel = 1", ["history"], "model", "0.121.0")).toBe(false);
    expect(fitsAtRoot('[history]\nmodels = "m"', ["history"], "models", "0.121.0")).toBe(false);
  });

  test("fits with any of the values that it may have there", () => {
    expect(
      fitsAtRoot('[history]\napproval_policy = "never"', ["history"], "approval_policy", "0.121.0"),
    ).toBe(true);
    expect(fitsAtRoot('[history]\napproval_policy = "ever"', ["history"], "approval_policy", "0.121.0")).toBe(
      false,
    );
  });

  test("fits nowhere in what is no TOML, and where it does not stand", () => {
    expect(fitsAtRoot('[history]\nmodel = "m"\nmodel = "m"', ["history"], "model", "0.121.0")).toBe(false);
    expect(fitsAtRoot('model = "m"\n[history]', ["history"], "model", "0.121.0")).toBe(false);
  });

  test("fits as a profile only up to 0.133, and never as what may hold anything", () => {
    const config = '[history]\nprofile = "p"\nnotice = {}\ndesktop = {}';
    expect(fitsAtRoot(config, ["history"], "profile", "0.133.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "profile", "0.134.0")).toBe(false);
    expect(fitsAtRoot('[history]\nmodel = "m"', ["history"], "model", "0.134.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "notice", "0.121.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "desktop", "0.130.0")).toBe(false);
    expect(fitsAtRoot(config, ["history"], "desktop", "0.131.0")).toBe(true);
  });

  test("fits only if its release knows the key", () => {
    const config = '[history]\nopenai_base_url = "http://a"';
    expect(fitsAtRoot(config, ["history"], "openai_base_url", "0.115.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "openai_base_url", "0.107.0")).toBe(false);
  });
});
