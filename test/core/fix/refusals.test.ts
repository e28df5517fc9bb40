import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { history, providerBlock } from "../../support/toml.js";
import { stepWith, write } from "./config-step.js";
import { find, fixed, options } from "./fixed-toml.js";

describe("a configuration that Codex refuses", () => {
  test("is not reported as a bypass of the proxy", () => {
    expect(diagnose(stepWith(write("[\n")))).toEqual([]);
    expect(find("[\n").finding).toMatchObject({ outcome: "refused", kind: "invalidToml", fix: undefined });
  });

  test.each([
    ["no name", /^name.*\n/m, "", 'name = "OpenAI AWF proxy"'],
    ["an empty name", /^name.*/m, 'name = ""', 'name = "OpenAI AWF proxy"'],
    ["the chat API", /^name.*/m, '$&\nwire_api = "chat"', 'wire_api = "responses"'],
    ["a string in place of a boolean", /= false/, '= "false"', "supports_websockets = false"],
    ["another vendor's port", /:10000/, ":10001", 'base_url = "http://172.30.0.30:10000"'],
    ["a base URL without a scheme", /http:\/\//, "", 'base_url = "http://172.30.0.30:10000"'],
  ])("with %s is fixed", (_, pattern, replacement, expected) => {
    expect(fixed(providerBlock.replace(pattern, replacement))).toContain(expected);
  });

  test("is not fixed if another key has a wrong type", () => {
    expect(find(`model = 5\n${providerBlock}`).finding).toMatchObject({ kind: "wrongType", fix: undefined });
    expect(find(`${providerBlock}requires_openai_auth = 5\n`).finding).toMatchObject({
      kind: "wrongType",
      fix: undefined,
    });
  });

  test.each([
    ["`openai_base_url` with another vendor's port", "http://172.30.0.30:10001", "unusableBaseUrl"],
    ["`openai_base_url` with OpenAI's address", "https://api.openai.com/v1", "baseUrlDirect"],
  ])("or that bypasses the proxy because of %s gets a provider", (_, baseUrl, kind) => {
    const key = `openai_base_url = "${baseUrl}"\n\n`;
    expect(find(`${key}${history}`).finding.kind).toBe(kind);
    expect(fixed(`${key}${history}`)).toBe(`${key}${providerBlock}\n${history}`);
  });

  test("is not reported if it depends on a value known only to the shell", () => {
    expect(diagnose(stepWith(write(providerBlock.replace("172.30.0.30", "$GITHUB_ACTOR"))), options)).toEqual(
      [],
    );
    expect(diagnose(stepWith(write(`model = $GITHUB_ACTOR\n${providerBlock}`)), options)).toEqual([]);
  });
});

describe("WebSockets at the proxy", () => {
  test("are turned off if the provider turns them on", () => {
    expect(fixed(providerBlock.replace("= false", "= true"))).toBe(providerBlock);
  });

  test("are avoided by adding a provider if there is none", () => {
    expect(find(history, "0.118.0").finding).toMatchObject({
      outcome: "websocket",
      kind: "environmentBaseUrl",
    });
    expect(fixed(history, "0.118.0")).toBe(`${providerBlock}\n${history}`);
    const key = 'openai_base_url = "http://172.30.0.30:10000"\n\n';
    expect(fixed(`${key}${history}`)).toBe(`${key}${providerBlock}\n${history}`);
  });
});
