import { describe, expect, test } from "vitest";
import { fitsAtRoot, knownKeys } from "../../../../packages/core/src/codex/outcome/known-keys.js";

describe("the keys that a table may have", () => {
  test("are those of the root, of a provider, of a profile", () => {
    expect(knownKeys([], "0.121.0")).toContain("sandbox_mode");
    expect(knownKeys(["model_providers", "any"], "0.121.0")).toContain("supports_websockets");
    expect(knownKeys(["profiles", "any"], "0.121.0")).toContain("model_provider");
    expect(knownKeys(["history"], "0.121.0")).toEqual(["persistence", "max_bytes"]);
  });

  test.each([
    ["features", "which may hold any flag"],
    ["mcp_servers.a.env", "which may hold any text"],
    ["unheard_of", "which nobody knows"],
  ])("are any in `%s`, %s", (path) => {
    expect(knownKeys(path.split("."), "0.121.0")).toBeUndefined();
  });
});

describe("a key below a table", () => {
  test("fits at the root by its name and its value", () => {
    expect(fitsAtRoot('[history]\nmodel = "m"', ["history", "model"], "0.121.0")).toBe(true);
    expect(fitsAtRoot("[history]\nmodel = 1", ["history", "model"], "0.121.0")).toBe(false);
    expect(fitsAtRoot('[history]\nmodels = "m"', ["history", "models"], "0.121.0")).toBe(false);
  });

  test("fits only if its release knows the key", () => {
    const config = '[history]\nopenai_base_url = "http://a"';
    expect(fitsAtRoot(config, ["history", "openai_base_url"], "0.115.0")).toBe(true);
    expect(fitsAtRoot(config, ["history", "openai_base_url"], "0.107.0")).toBe(false);
  });
});
