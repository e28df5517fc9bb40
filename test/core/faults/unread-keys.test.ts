import { applyEdits, misplacedKeys, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { history, providerBlock } from "../../support/toml.js";
import { stepWith, write } from "../fix/config-step.js";

/** `kind key` of each key that has no effect, or `key -> spelling`. */
function unread(toml: string, codex?: string): readonly string[] {
  return misplacedKeys(parseWorkflow(stepWith(write(toml), codex))).map(({ kind, data }) => {
    expect(kind).toBe(data.spelling === undefined ? "misplacedKey" : "misspelledKey");
    return data.spelling === undefined ? `${data.table!}: ${data.key!}` : `${data.key!} -> ${data.spelling}`;
  });
}

const withKey = (line: string): string => `${providerBlock}${line}\n`;

describe("a misspelled key in a provider's table", () => {
  test.each([
    ["wire_apis", "wire_api"],
    ["wir_ap", "wire_api"],
    ["Wire_API", "wire_api"],
    ["autth", "auth"],
    ["auuth", "auth"],
    ["http_heeders", "http_headers"],
    ["requires_opnai_ath", "requires_openai_auth"],
  ])("is reported: %s", (key, spelling) => {
    expect(unread(withKey(`${key} = "x"`))).toEqual([`${key} -> ${spelling}`]);
  });

  test.each(["wir_a", "wire", "ath2", "http_", "team"])(
    "is not reported if no known key resembles it: %s",
    (key) => {
      expect(unread(withKey(`${key} = "x"`))).toEqual([]);
    },
  );

  test("is not reported next to the correct key, or if Codex stops because the correct key is missing", () => {
    expect(unread(withKey('nam = "x"'))).toEqual([]);
    expect(unread(providerBlock.replace("name", "nam"))).toEqual([]);
    expect(unread(providerBlock.replace("base_url", "base_ulr"))).toEqual([]);
    expect(unread(providerBlock.replace("env_key", "env_kye"))).toEqual(["env_kye -> env_key"]);
  });

  test("is reported for providers other than the one that makes Codex stop", () => {
    const other = '[model_providers.other]\nnam = "x"\nbase_ulr = "y"\n';
    expect(unread(`${providerBlock.replace(/^base_url.*\n/m, "")}${other.replace("nam ", "name ")}`)).toEqual(
      ["base_ulr -> base_url"],
    );
    expect(
      unread(`${providerBlock.replace(/^name.*\n/m, "")}${other.replace("base_ulr", "base_url")}`),
    ).toEqual(["nam -> name"]);
    expect(unread(`${providerBlock.replace(/^name.*\n/m, "")}base_ulr = "y"\n`)).toEqual([]);
  });

  test("is reported next to a missing key that makes Codex stop", () => {
    const other = 'wire_apis = "x"\n';
    expect(unread(`${providerBlock.replace(/^base_url.*\n/m, "")}${other}`)).toEqual([
      "wire_apis -> wire_api",
    ]);
    expect(unread(`${providerBlock.replace(/^name.*\n/m, "")}${other}`)).toEqual(["wire_apis -> wire_api"]);
  });

  test("is reported only for providers", () => {
    expect(unread(`${providerBlock}${history}persistance = "none"\n`)).toEqual([]);
    expect(unread(`${providerBlock}[mcp_servers.s]\ncommand = "x"\nenabld = true\n`)).toEqual([]);
    expect(unread(`${providerBlock}[model_providers.p.auth]\ncomand = "x"\n`)).toEqual([]);
    expect(unread(`supports_websocket = true\n${providerBlock}`)).toEqual([]);
  });

  test("is renamed in place", () => {
    const table = (name: string): string => `${providerBlock}${name} = "responses" # "wire_apy"\n`;
    const text = stepWith(write(table('"wire_apy"')));
    const [notice] = misplacedKeys(parseWorkflow(text));
    expect(applyEdits(text, notice?.suggestions[0]?.edits ?? [])).toBe(stepWith(write(table("wire_api"))));
  });
});

describe("a key that belongs to the root", () => {
  test("is reported with the table that contains it", () => {
    expect(unread(`${providerBlock}model = "m"\n${history}sandbox_mode = "read-only"\n`)).toEqual([
      "model_providers.openai-proxy: model",
      "history: sandbox_mode",
    ]);
  });

  test("is left to another finding if it makes the run connect to api.openai.com", () => {
    const table = providerBlock.slice(providerBlock.indexOf("["));
    expect(unread(`${history}model_provider = "openai-proxy"\nmodel = "m"\n${table}`)).toEqual([
      "history: model",
    ]);
    expect(unread(`${providerBlock}${history}model_provider = "openai-proxy"\n`)).toEqual([
      "history: model_provider",
    ]);
  });

  test("is reported only in valid TOML and with a Codex release that knows the key", () => {
    expect(unread(`${withKey('model = "m"')}=`)).toEqual([]);
    expect(unread(`${history}openai_base_url = "x"\n`, "0.107.0")).toEqual([]);
    expect(unread(`${history}openai_base_url = "x"\n`, "0.115.0")).toEqual(["history: openai_base_url"]);
  });
});
