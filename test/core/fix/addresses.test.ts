import { applyEdits, diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { providerBlock } from "../../support/toml.js";
import { stepWith, write } from "./config-step.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "refused", "missingKey", "wrongAddress", "websocket"],
};
const proxy = "http://172.30.0.30:10000";

function textAt(baseUrl: string, flags = ""): string {
  return stepWith(write(providerBlock.replace(proxy, baseUrl))).replace("exec x", `exec ${flags}x`);
}

function first(text: string): Finding {
  const [finding] = diagnose(text, options);
  if (!finding) throw new Error("Nothing was found.");
  return finding;
}

describe("an unusable base URL", () => {
  test.each([
    ["another port of the proxy", "http://172.30.0.30:10001", "", proxy],
    ["the proxy's host name after a space", " http://api-proxy", "", proxy],
    ["a port that does not serve the model", proxy, "-m copilot/gpt-5 ", "http://172.30.0.30:10002"],
    ["a path that Codex repeats", `${proxy}/v1/v1`, "", proxy],
    [
      "a path that Codex repeats, at Copilot's port",
      "http://172.30.0.30:10002/v1/v1",
      "-m copilot/a ",
      "http://172.30.0.30:10002",
    ],
  ])("is replaced: %s", (_, baseUrl, flags, fixed) => {
    const text = textAt(baseUrl, flags);
    expect(applyEdits(text, first(text).fix ?? [])).toBe(textAt(fixed, flags));
  });

  test("gets the port of the model that config.toml names", () => {
    const named = (baseUrl: string): string =>
      stepWith(write(`model = "copilot/gpt-5"\n${providerBlock.replace(proxy, baseUrl)}`));
    expect(applyEdits(named(proxy), first(named(proxy)).fix ?? [])).toBe(named("http://172.30.0.30:10002"));
  });

  test.each(["http://api-proxy-2:10000", "http://proxy/?at=http://api-proxy", "http://localhost:10000"])(
    "gets only suggestions if it may be intended: %s",
    (baseUrl) => {
      const text = textAt(baseUrl);
      const { fix, suggestions } = first(text);
      expect(fix).toBeUndefined();
      expect(suggestions.map(({ title, edits }) => [title, applyEdits(text, edits)])).toEqual([
        [
          `Set \`base_url\` of model provider \`openai-proxy\` to \`${proxy}\` in config.toml.`,
          textAt(proxy),
        ],
        [
          `Set \`base_url\` of model provider \`openai-proxy\` to \`${proxy}\` on the command line.`,
          textAt(baseUrl, `-c model_providers.openai-proxy.base_url="${proxy}" `),
        ],
      ]);
    },
  );
});

describe("an undefined provider that is selected", () => {
  test("gets only suggestions if other providers are defined", () => {
    const text = stepWith(write(providerBlock.replace('"openai-proxy"', '"mine"')));
    expect(first(text).suggestions.map(({ title }) => title)).toEqual([
      "Select model provider `openai-proxy` in config.toml.",
      "Select model provider `openai-proxy` on the command line.",
      "Define model provider `mine`.",
    ]);
  });

  test("is defined if there are no other providers", () => {
    const text = stepWith(write('model_provider = "mine"\n'));
    const table = providerBlock.slice(providerBlock.indexOf("[")).replace("openai-proxy", "mine");
    expect(applyEdits(text, first(text).fix ?? [])).toBe(
      stepWith(write(`model_provider = "mine"\n\n${table}`)),
    );
  });
});
