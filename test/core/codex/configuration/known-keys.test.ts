import { describe, expect, test } from "vitest";
import { fitsAtRoot, knownKeys } from "../../../../packages/core/src/codex/configuration/index.js";

describe("the known keys of a table", () => {
  test("are found for the root, a provider, a profile, and another table", () => {
    expect(knownKeys([], "0.121.0")).toContain("sandbox_mode");
    expect(knownKeys(["model_providers", "any"], "0.121.0")).toContain("supports_websockets");
    expect(knownKeys(["profiles", "any"], "0.121.0")).toContain("model_provider");
    expect(knownKeys(["history"], "0.121.0")).toEqual(["persistence", "max_bytes"]);
  });

  test("are found if only one of several types of a value is a table", () => {
    expect(knownKeys(["approval_policy"], "0.115.0")).toEqual(["granular"]);
    expect(knownKeys(["approval_policy"], "0.113.0")).toBeUndefined();
    expect(knownKeys(["otel", "exporter", "otlp-http"], "0.121.0")).toEqual(["endpoint", "headers"]);
  });

  test("depend on the release", () => {
    expect(knownKeys(["memories"], "0.107.0")).toContain("use_memories");
    expect(knownKeys(["memories"], "0.106.0")).toBeUndefined();
    expect(knownKeys(["agents"], "0.103.0")).toEqual(["max_threads"]);
    expect(knownKeys(["agents"], "0.104.0")).toBeUndefined();
    expect(knownKeys(["agents", "any"], "0.104.0")).toContain("config_file");
    expect(knownKeys(["agents", "max_depth"], "0.106.0")).toContain("config_file");
    expect(knownKeys(["agents", "max_depth"], "0.107.0")).toBeUndefined();
  });

  test.each([
    ["features", "which accepts any flag"],
    ["mcp_servers.a.env", "which accepts any variable"],
    ["unheard_of", "which is unknown"],
    ["unheard_of.x", "which is unknown"],
    ["model", "which is not a table"],
    ["model.x", "whose parent is not a table"],
    ["tui.notifications", "which is never a table"],
    ["tui.notifications.x", "whose parent is never a table"],
    ["__proto__", "which is unknown"],
  ])("are undefined for `%s`, %s", (path) => {
    expect(knownKeys(path.split("."), "0.121.0")).toBeUndefined();
  });
});

describe("a key in a table", () => {
  test("fits at the root if its name and its type are valid there", () => {
    expect(fitsAtRoot('[history]\nmodel = "m"', ["history"], "model", "0.121.0")).toBe(true);
    expect(fitsAtRoot("[history]\nmodel = 1", ["history"], "model", "0.121.0")).toBe(false);
    expect(fitsAtRoot('[history]\nmodels = "m"', ["history"], "models", "0.121.0")).toBe(false);
  });

  test("fits at the root if its value is allowed there", () => {
    expect(
      fitsAtRoot('[history]\napproval_policy = "never"', ["history"], "approval_policy", "0.121.0"),
    ).toBe(true);
    expect(fitsAtRoot('[history]\napproval_policy = "ever"', ["history"], "approval_policy", "0.121.0")).toBe(
      false,
    );
  });

  test("does not fit if the TOML is invalid, or if the table does not have the key", () => {
    expect(fitsAtRoot('[history]\nmodel = "m"\nmodel = "m"', ["history"], "model", "0.121.0")).toBe(false);
    expect(fitsAtRoot('model = "m"\n[history]', ["history"], "model", "0.121.0")).toBe(false);
  });

  test("fits as `profile` only up to 0.133, and as `desktop` only from 0.131 on", () => {
    const config = '[history]\nprofile = "p"\nnotice = {}\ndesktop = {}';
    expect(fitsAtRoot(config, ["history"], "profile", "0.133.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "profile", "0.134.0")).toBe(false);
    expect(fitsAtRoot('[history]\nmodel = "m"', ["history"], "model", "0.134.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "notice", "0.121.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "desktop", "0.130.0")).toBe(false);
    expect(fitsAtRoot(config, ["history"], "desktop", "0.131.0")).toBe(true);
  });

  test("fits only if the release knows the key", () => {
    const config = '[history]\nopenai_base_url = "http://a"';
    expect(fitsAtRoot(config, ["history"], "openai_base_url", "0.115.0")).toBe(true);
    expect(fitsAtRoot(config, ["history"], "openai_base_url", "0.107.0")).toBe(false);
  });
});
