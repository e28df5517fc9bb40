import { applyEdits, diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { history, providerBlock } from "../../support/toml.js";
import { start, stepWith, write } from "./config-step.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "refused", "missingKey", "wrongAddress", "websocket", "undetermined"],
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
      .replace(/^mkdir .*\n/, "")
      .replace(/^npm .*\n/, "")
      .replace(`${start}\n`, "")
      .split("\n")
      .slice(1, -2)
      .join("\n") + "\n"
  );
}

/** The TOML after the fix, which must leave no findings. */
function fixed(toml: string, codex?: string): string {
  const { text, finding } = find(toml, codex);
  const after = applyEdits(text, finding.fix ?? []);
  expect(diagnose(after, options)).toEqual([]);
  return tomlOf(after);
}

const table = providerBlock.slice(providerBlock.indexOf("["));

describe("a configuration that Codex refuses", () => {
  test("is not reported as a bypass of the proxy", () => {
    expect(diagnose(stepWith(write("[\n")))).toEqual([]);
    expect(find("[\n").finding).toMatchObject({ outcome: "refused", kind: "invalidToml", fix: undefined });
  });

  test("loses a duplicate key with the same value", () => {
    expect(fixed(providerBlock.replace(/^name.*\n/m, "$&$&"))).toBe(providerBlock);
  });

  test("loses a duplicate key that is indented or at the root", () => {
    expect(fixed(providerBlock.replace(/^name.*\n/m, "  $&\t$&"))).toBe(
      providerBlock.replace(/^name/m, "  name"),
    );
    const root = 'model = "m"\n';
    expect(fixed(`${root}${root}${providerBlock}`)).toBe(`${root}${providerBlock}`);
  });

  test("gets only a suggestion for a duplicate key with another value", () => {
    const { text, finding } = find(providerBlock.replace(/^name.*\n/m, '$&name = "other"\n'));
    expect(finding).toMatchObject({ kind: "duplicateKey", fix: undefined });
    const [suggestion] = finding.suggestions;
    expect(suggestion?.title).toBe("Remove the second one.");
    expect(tomlOf(applyEdits(text, suggestion?.edits ?? []))).toBe(providerBlock);
  });

  test("keeps the comment of the table after a duplicate table", () => {
    const comment = "\n# Servers\n[mcp_servers]\n";
    expect(fixed(`${providerBlock}\n${history}${table}${comment}`)).toBe(
      `${providerBlock}\n${history}${comment}`,
    );
  });

  test("loses a duplicate table with the same content", () => {
    expect(fixed(`${providerBlock}\n${history}\n${table}`)).toBe(`${providerBlock}\n${history}\n`);
  });

  test("keeps a duplicate key that shares its line with other keys", () => {
    const inline = 'history = { persistence = "none", persistence = "none" }\n';
    const { finding } = find(`${inline}${providerBlock}`);
    expect(finding).toMatchObject({ kind: "duplicateKey", fix: undefined, suggestions: [] });
  });

  test("gets only a suggestion for a duplicate key or table with other content", () => {
    const other = table.replace("openai-proxy", "other").replace(/^name.*/m, 'name = "Other"');
    const key = `model_provider = "openai-proxy"\n${other}${table.replace(/^name.*\n/m, '$&name = "Other"\n')}`;
    expect(find(key).finding).toMatchObject({ fix: undefined, suggestions: [{}] });
    const longer = `${providerBlock}\n${history}\n${table}wire_api = "responses"\n`;
    expect(find(longer).finding).toMatchObject({ fix: undefined, suggestions: [{}] });
  });

  test("loses a duplicate table that contains a comment and blank lines", () => {
    const twice = `${history.replace("\n", "\n\n# why\n")}\n`;
    expect(fixed(`${providerBlock}\n${history}\n${twice}[tools]\n`)).toBe(
      `${providerBlock}\n${history}\n\n[tools]\n`,
    );
  });

  test("gets only a suggestion for a duplicate table in another spelling", () => {
    const { text, finding } = find(`${providerBlock}\n${history}\n[ history ]\npersistence = "none"\n`);
    expect(finding.fix).toBeUndefined();
    expect(finding.suggestions).toHaveLength(1);
    expect(tomlOf(applyEdits(text, finding.suggestions[0]?.edits ?? []))).toBe(
      `${providerBlock}\n${history}\n`,
    );
  });

  test("keeps a duplicate table that two commands write", () => {
    const [header, key] = history.split("\n");
    const script = write(`${providerBlock}${history}${header!}\n`);
    const more = write(`${key!}\n`).replace("cat >", "cat >>");
    expect(diagnose(stepWith(script + more), options)).toMatchObject([
      { kind: "duplicateKey", fix: undefined, suggestions: [] },
    ]);
  });

  test("loses a duplicate table at the end of a file without a line feed", () => {
    const text = stepWith(`printf '%s' '${providerBlock}${table.trimEnd()}' > ~/.codex/config.toml\n`);
    const [finding] = diagnose(text, options);
    expect(finding).toMatchObject({ kind: "duplicateKey" });
    expect(diagnose(applyEdits(text, finding?.fix ?? []), options)).toEqual([]);
  });

  test("gets another id for a reserved one, in the selection and in all of the provider's tables", () => {
    const more = `${providerBlock}\n[model_providers.openai-proxy.http_headers]\nx = "y"\n`;
    expect(fixed(more.replaceAll("openai-proxy", "openai"))).toBe(more);
    expect(
      fixed(
        providerBlock
          .replaceAll("openai-proxy", "ollama")
          .replace(/^\[.*\]/m, "[model_providers . 'ollama']"),
      ),
    ).toBe(providerBlock.replace(/^\[.*\]/m, "[model_providers . openai-proxy]"));
  });

  test("gets the renamed provider selected only if no other provider is", () => {
    const reserved = table.replace("openai-proxy", "openai");
    expect(fixed(reserved)).toBe(`model_provider = "openai-proxy"\n${table}`);
    const below = `${history}model_provider = "openai"\n`;
    expect(fixed(`${reserved}${below}`)).toBe(`model_provider = "openai-proxy"\n${table}${below}`);
    const mine = providerBlock.replaceAll("openai-proxy", "mine");
    expect(fixed(`${mine}${reserved}`)).toBe(`${mine}${table}`);
  });

  test("keeps a reserved id if the new id is taken, or if the lock file does not contain the provider's table", () => {
    const reserved = table.replace("openai-proxy", "openai");
    expect(find(`${providerBlock}${reserved}`).finding).toMatchObject({
      kind: "reservedProvider",
      fix: undefined,
    });
    const headers = '[model_providers.openai.http_headers]\nx = "y"\n';
    expect(find(`${providerBlock}${headers}`).finding).toMatchObject({
      kind: "reservedProvider",
      fix: undefined,
    });
    const flags = "exec -c model_providers.openai.name=x -c model_provider=openai x";
    const text = stepWith(write(history)).replace("exec x", flags);
    expect(diagnose(text, options)).toMatchObject([{ kind: "reservedProvider", fix: undefined }]);
  });

  test("gets a definition of the selected provider, or another selection if its id is unusable", () => {
    expect(fixed(`model_provider = "mine"\n\n${history}`)).toContain("[model_providers.mine]\nname =");
    for (const id of ["", "my proxy", "proxy!"]) {
      expect(fixed(`model_provider = "${id}"\n\n${history}`)).toContain('model_provider = "openai-proxy"');
    }
  });

  test("gets a suggestion to select another provider instead of the undefined one", () => {
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
    ["a string in place of a boolean", /= false/, '= "false"', "supports_websockets = false"],
    ["another vendor's port", /:10000/, ":10001", 'base_url = "http://172.30.0.30:10000"'],
    ["a base URL without a scheme", /http:\/\//, "", 'base_url = "http://172.30.0.30:10000"'],
  ])("with %s is fixed", (_, pattern, replacement, expected) => {
    expect(fixed(providerBlock.replace(pattern, replacement))).toContain(expected);
  });

  test.each([
    ["at the start of an inline table", '{ env_key = "MY_KEY", NAME, URL }'],
    ["in the middle of an inline table", '{ NAME, env_key = "MY_KEY", URL }'],
    ["at the end of an inline table", '{ NAME, URL, env_key = "MY_KEY" }'],
    ["on its own line of an inline table", '{ NAME,\n  env_key = "MY_KEY",\n  URL }'],
    ["on the last line of an inline table", '{ NAME,\n  env_key = "MY_KEY", URL }'],
  ])("keeps a wrong `env_key` %s", (_, written) => {
    const provider = written
      .replace("NAME", 'name = "P"')
      .replace("URL", 'base_url = "http://172.30.0.30:10000"');
    expect(find(`model_provider = "p"\n[model_providers]\np = ${provider}\n`).finding).toMatchObject({
      kind: "missingEnvironmentVariable",
      fix: undefined,
    });
  });

  test("keeps a wrong `env_key` on the command line", () => {
    const flags = [
      'model_provider=p -c model_providers.p.name=P -c model_providers.p.env_key="MY_KEY"',
      "-c model_providers.p.base_url=http://172.30.0.30:10000",
    ].join(" ");
    expect(diagnose(stepWith("").replace("exec x", `exec -c ${flags} x`), options)).toMatchObject([
      { kind: "missingEnvironmentVariable", fix: undefined },
    ]);
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

  test("loses an `env_key` that the container does not have", () => {
    expect(fixed(providerBlock.replace("OPENAI_API_KEY", "MY_KEY"))).toBe(
      providerBlock.replace(/^env_key.*\n/m, ""),
    );
  });

  test("loses an `env_key` that the container does not have at the end of a file without a line feed", () => {
    const toml = `${providerBlock.replace(/^env_key.*\n/m, "")}env_key = "MY_KEY"`;
    const text = stepWith(`printf '%s' '${toml}' > ~/.codex/config.toml\n`);
    const [finding] = diagnose(text, options);
    expect(finding).toMatchObject({ kind: "missingEnvironmentVariable" });
    expect(diagnose(applyEdits(text, finding?.fix ?? []), options)).toEqual([]);
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
