import { applyEdits, diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { history, providerBlock } from "../../support/toml.js";
import { start, stepWith, write } from "./config-step.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "refused", "keyless", "misaddressed", "websocket", "undetermined"],
};

function find(toml: string, codex?: string): { readonly text: string; readonly finding: Finding } {
  const text = stepWith(write(toml), codex);
  const [finding, ...others] = diagnose(text, options);
  expect(others).toEqual([]);
  if (!finding) throw new Error("Nothing was found.");
  return { text, finding };
}

function tomlOf(text: string): string {
  const { jobs } = parse(text) as { jobs: { a: { steps: [{ run: string }] } } };
  return (
    jobs.a.steps[0].run
      .replace(/^npm .*\n/, "")
      .replace(`${start}\n`, "")
      .split("\n")
      .slice(1, -2)
      .join("\n") + "\n"
  );
}

/** The TOML after the fix, which leaves nothing to report. */
function mended(toml: string, codex?: string): string {
  const { text, finding } = find(toml, codex);
  const after = applyEdits(text, finding.fix ?? []);
  expect(diagnose(after, options)).toEqual([]);
  return tomlOf(after);
}

const table = providerBlock.slice(providerBlock.indexOf("["));

describe("a configuration that Codex refuses", () => {
  test("is not reported to bypass the proxy", () => {
    expect(diagnose(stepWith(write("[\n")))).toEqual([]);
    expect(find("[\n").finding).toMatchObject({ outcome: "refused", kind: "invalidToml", fix: undefined });
  });

  test("loses a key that stands twice with one value", () => {
    expect(mended(providerBlock.replace(/^name.*\n/m, "$&$&"))).toBe(providerBlock);
  });

  test("is only suggested to lose one that stands twice with two values", () => {
    const { text, finding } = find(providerBlock.replace(/^name.*\n/m, '$&name = "other"\n'));
    expect(finding).toMatchObject({ kind: "duplicateKey", fix: undefined });
    const [suggestion] = finding.suggestions;
    expect(suggestion?.title).toBe("Remove the second one.");
    expect(tomlOf(applyEdits(text, suggestion?.edits ?? []))).toBe(providerBlock);
  });

  test("keeps the comment of the table behind one that stands twice", () => {
    const comment = "\n# Servers\n[mcp_servers]\n";
    expect(mended(`${providerBlock}\n${history}${table}${comment}`)).toBe(
      `${providerBlock}\n${history}${comment}`,
    );
  });

  test("loses a table that stands twice and says the same", () => {
    expect(mended(`${providerBlock}\n${history}\n${table}`)).toBe(`${providerBlock}\n${history}\n`);
  });

  test("has a provider with a reserved id renamed, with its selection and all of its tables", () => {
    const more = `${providerBlock}\n[model_providers.openai-proxy.http_headers]\nx = "y"\n`;
    expect(mended(more.replaceAll("openai-proxy", "openai"))).toBe(more);
    expect(
      mended(
        providerBlock
          .replaceAll("openai-proxy", "ollama")
          .replace(/^\[.*\]/m, "[model_providers . 'ollama']"),
      ),
    ).toBe(providerBlock.replace(/^\[.*\]/m, "[model_providers . openai-proxy]"));
  });

  test("has a provider defined that is selected but missing", () => {
    expect(mended(`model_provider = "mine"\n\n${history}`)).toContain("[model_providers.mine]\nname =");
    expect(mended(`model_provider = ""\n\n${history}`)).toContain('model_provider = "openai-proxy"');
  });

  test("is suggested to select another provider, or to define the one that is missing", () => {
    const { finding } = find(`model_provider = "openai_proxy"\n${table}`);
    expect(finding).toMatchObject({ kind: "undefinedProvider", fix: undefined });
    expect(finding.suggestions.map(({ title }) => title)).toContain(
      "Select model provider `openai-proxy` in config.toml.",
    );
  });

  test.each([
    ["no name", /^name.*\n/m, "", 'name = "OpenAI AWF proxy"'],
    ["an empty name", /^name.*/m, 'name = ""', 'name = "OpenAI AWF proxy"'],
    ["the chat API", /^name.*/m, '$&\nwire_api = "chat"', 'wire_api = "responses"'],
    ["a text for a truth value", /= false/, '= "false"', "supports_websockets = false"],
    ["another vendor's port", /:10000/, ":10001", 'base_url = "http://172.30.0.30:10000"'],
    ["a base URL without scheme", /http:\/\//, "", 'base_url = "http://172.30.0.30:10000"'],
  ])("has %s corrected", (_, pattern, replacement, expected) => {
    expect(mended(providerBlock.replace(pattern, replacement))).toContain(expected);
  });

  test("loses an `env_key` that the container does not have", () => {
    expect(mended(providerBlock.replace("OPENAI_API_KEY", "MY_KEY"))).toBe(
      providerBlock.replace(/^env_key.*\n/m, ""),
    );
  });

  test("is not reported where it rests on a value that only the shell knows", () => {
    expect(diagnose(stepWith(write(providerBlock.replace("172.30.0.30", "$PROXY_HOST"))), options)).toEqual(
      [],
    );
    expect(diagnose(stepWith(write(`model = $MODEL\n${providerBlock}`)), options)).toEqual([]);
  });
});

describe("WebSockets at the proxy", () => {
  test("are turned off where the provider turns them on", () => {
    expect(mended(providerBlock.replace("= false", "= true"))).toBe(providerBlock);
  });

  test("are avoided by a provider where there is none", () => {
    expect(find(history, "0.118.0").finding).toMatchObject({
      outcome: "websocket",
      kind: "environmentBaseUrl",
    });
    expect(mended(history, "0.118.0")).toBe(`${providerBlock}\n${history}`);
    const key = 'openai_base_url = "http://172.30.0.30:10000"\n\n';
    expect(mended(`${key}${history}`)).toBe(`${key}${providerBlock}\n${history}`);
  });
});
