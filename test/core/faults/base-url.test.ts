import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { stepWith, write } from "../fix/config-step.js";
import { providerBlock } from "../../support/toml.js";
import { first, kinds, options, pointedAt } from "./found.js";

const proxy = "http://172.30.0.30:10000";

describe("a base URL at AWF's proxy", () => {
  const at = (baseUrl: string): string => write(providerBlock.replace(proxy, baseUrl));

  test("is also reported for the built-in provider if its path is wrong", () => {
    const text = stepWith(write(`openai_base_url = "${proxy}/v1/v1"\n`));
    expect(kinds(text)).toEqual(["openAiBaseUrlKey", "doubledPath"]);
    expect(diagnose(text, options).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "openai_base_url",
      "openai_base_url",
    ]);
  });

  test("is reported at the command if a flag sets it", () => {
    const flag = `-c model_providers.openai-proxy.base_url=${proxy}/v1/v1`;
    expect(pointedAt(stepWith(write(providerBlock)).replace("exec x", `exec ${flag} x`))).toMatch(/^codex/);
  });

  test("is not reported if it contains a value known only to the shell, but is if only another line does", () => {
    expect(kinds(stepWith(at(`${proxy}/$GITHUB_ACTOR/responses`)))).toEqual([]);
    expect(kinds(stepWith(at(`${proxy}/v1/v1`).replace("OpenAI AWF", "$GITHUB_ACTOR")))).toEqual([
      "doubledPath",
    ]);
    expect(kinds(stepWith(at(`${proxy}/v1/v1`).replace("supports", "# $GITHUB_ACTOR\nsupports")))).toEqual([
      "doubledPath",
    ]);
    const last = `${providerBlock.replace(/^base_url.*\n/m, "")}base_url = "${proxy}/$GITHUB_ACTOR/responses"`;
    const script = `printf '%s' "${last.replaceAll('"', '\\"')}" > ~/.codex/config.toml\n`;
    expect(kinds(stepWith(script))).toEqual([]);
  });

  test.each([
    ["/v1", []],
    ["//v1//", []],
    ["/v1/v1", ["doubledPath"]],
    ["/v1/x/v1", ["doubledPath"]],
    ["/responses", ["doubledPath"]],
    ["/v1/responses/", ["doubledPath"]],
    ["/responses/v1", []],
    ["/v11/v1", []],
  ])("is reported if Codex or AWF would repeat a part of its path: %s", (path, expected) => {
    expect(kinds(stepWith(at(`${proxy}${path}`)))).toEqual(expected);
  });

  test("needs the path `/v1` with an AWF that does not add it", () => {
    const text = (more: string, path = ""): string =>
      stepWith(at(`${proxy}${path}`).replace("OPENAI_API_KEY", "MY_KEY")).replace(
        "awf",
        `awf --env MY_KEY=x ${more}`,
      );
    expect(kinds(text("--image-tag 0.25.24"))).toEqual(["missingVersionPath"]);
    expect(kinds(text("--image-tag v0.25.24,x"))).toEqual(["missingVersionPath"]);
    expect(kinds(text("--image-tag 0.25.24", "/v1/x"))).toEqual(["missingVersionPath"]);
    expect(kinds(text("--image-tag 0.25.24", "/v1"))).toEqual([]);
    expect(kinds(text("--image-tag 0.25.25"))).toEqual([]);
    expect(kinds(text("--image-tag latest"))).toEqual([]);
    expect(kinds(text("--image-tag 0.25.24 --build-local"))).toEqual([]);
  });

  test("is reported with the repeated part of its path", () => {
    expect(first(stepWith(at(`${proxy}/v1/v1`)))?.data).toMatchObject({ doubled: "/v1" });
    expect(first(stepWith(at(`${proxy}/responses`)))?.data).toMatchObject({ doubled: "/responses" });
  });

  test.each([
    "HTTP://172.30.0.30:10000",
    "http:172.30.0.30:10000",
    "http://a:b@172.30.0.30:10002",
    ` ${proxy}`,
  ])("is recognized in other spellings: %s", (baseUrl) => {
    expect(kinds(stepWith(at(baseUrl)))).toEqual([]);
  });
});

describe("a base URL at another host", () => {
  test.each([
    ["https://gateway.example.com/v1", true],
    ["http:gateway.example.com/v1", true],
    ["HTTPS://GATEWAY.EXAMPLE.COM", true],
    ["https://a.b@gateway.example.com:8080?x", true],
    ["https://gateway.example.com?x", true],
    ["https://gateway.example.com#x", true],
    ["https://a.b@gateway", false],
    ["http://api-proxy", false],
    ["http://gateway/a.com", false],
    ["http://gateway?a.com", false],
    ["http://gateway#a.com", false],
    ["http://gateway.local", false],
    ["http://gateway.test:80", false],
    ["http://x.localhost", false],
    ["http://10.0.0.1", false],
    ["http://gateway.1a", false],
    ["http://[::1.2]", false],
  ])("is reported unless it may be the user's gateway: %s", (baseUrl, isOwn) => {
    const text = stepWith(write(providerBlock.replace(proxy, baseUrl)));
    expect(kinds(text)).toEqual(isOwn ? [] : ["unusableBaseUrl"]);
  });
});
