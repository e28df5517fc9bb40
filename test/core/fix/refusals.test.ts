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

/** The TOML after the fix, which leaves nothing to report. */
function fixed(toml: string, codex?: string): string {
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
    expect(fixed(providerBlock.replace(/^name.*\n/m, "$&$&"))).toBe(providerBlock);
  });

  test("loses an indented key that stands twice, in a table or before the first one", () => {
    expect(fixed(providerBlock.replace(/^name.*\n/m, "  $&\t$&"))).toBe(
      providerBlock.replace(/^name/m, "  name"),
    );
    const root = 'model = "m"\n';
    expect(fixed(`${root}${root}${providerBlock}`)).toBe(`${root}${providerBlock}`);
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
    expect(fixed(`${providerBlock}\n${history}${table}${comment}`)).toBe(
      `${providerBlock}\n${history}${comment}`,
    );
  });

  test("loses a table that stands twice and says the same", () => {
    expect(fixed(`${providerBlock}\n${history}\n${table}`)).toBe(`${providerBlock}\n${history}\n`);
  });

  test("keeps a line that says more than the key that stands twice", () => {
    const inline = 'history = { persistence = "none", persistence = "none" }\n';
    const { finding } = find(`${inline}${providerBlock}`);
    expect(finding).toMatchObject({ kind: "duplicateKey", fix: undefined, suggestions: [] });
  });

  test("is only suggested to lose a key or a table that says what another table says", () => {
    const other = table.replace("openai-proxy", "other").replace(/^name.*/m, 'name = "Other"');
    const key = `model_provider = "openai-proxy"\n${other}${table.replace(/^name.*\n/m, '$&name = "Other"\n')}`;
    expect(find(key).finding).toMatchObject({ fix: undefined, suggestions: [{}] });
    const longer = `${providerBlock}\n${history}\n${table}wire_api = "responses"\n`;
    expect(find(longer).finding).toMatchObject({ fix: undefined, suggestions: [{}] });
  });

  test("loses a table that stands twice with a comment and blank lines in it", () => {
    const twice = `${history.replace("\n", "\n\n# why\n")}\n`;
    expect(fixed(`${providerBlock}\n${history}\n${twice}[tools]\n`)).toBe(
      `${providerBlock}\n${history}\n\n[tools]\n`,
    );
  });

  test("is only suggested to lose a table that stands twice in two spellings", () => {
    const { text, finding } = find(`${providerBlock}\n${history}\n[ history ]\npersistence = "none"\n`);
    expect(finding.fix).toBeUndefined();
    expect(finding.suggestions).toHaveLength(1);
    expect(tomlOf(applyEdits(text, finding.suggestions[0]?.edits ?? []))).toBe(
      `${providerBlock}\n${history}\n`,
    );
  });

  test("keeps a table that stands twice where two commands write it", () => {
    const [header, key] = history.split("\n");
    const script = write(`${providerBlock}${history}${header!}\n`);
    const more = write(`${key!}\n`).replace("cat >", "cat >>");
    expect(diagnose(stepWith(script + more), options)).toMatchObject([
      { kind: "duplicateKey", fix: undefined, suggestions: [] },
    ]);
  });

  test("loses what stands twice at the end of a text without a line end", () => {
    const text = stepWith(`printf '%s' '${providerBlock}${table.trimEnd()}' > ~/.codex/config.toml\n`);
    const [finding] = diagnose(text, options);
    expect(finding).toMatchObject({ kind: "duplicateKey" });
    expect(diagnose(applyEdits(text, finding?.fix ?? []), options)).toEqual([]);
  });

  test("has a provider with a reserved id renamed, with its selection and all of its tables", () => {
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

  test("has a provider with a reserved id selected where nothing is, and left unselected where another is", () => {
    const reserved = table.replace("openai-proxy", "openai");
    expect(fixed(reserved)).toBe(`model_provider = "openai-proxy"\n${table}`);
    const below = `${history}model_provider = "openai"\n`;
    expect(fixed(`${reserved}${below}`)).toBe(`model_provider = "openai-proxy"\n${table}${below}`);
    const mine = providerBlock.replaceAll("openai-proxy", "mine");
    expect(fixed(`${mine}${reserved}`)).toBe(`${mine}${table}`);
  });

  test("keeps a reserved id where the other one is taken, or where the lock file does not hold the table", () => {
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

  test("has a provider defined that is selected but missing", () => {
    expect(fixed(`model_provider = "mine"\n\n${history}`)).toContain("[model_providers.mine]\nname =");
    for (const id of ["", "my proxy", "proxy!"]) {
      expect(fixed(`model_provider = "${id}"\n\n${history}`)).toContain('model_provider = "openai-proxy"');
    }
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
    expect(fixed(providerBlock.replace(pattern, replacement))).toContain(expected);
  });

  test.each([
    ["in braces", '{ env_key = "MY_KEY", NAME, URL }'],
    ["in the middle of braces", '{ NAME, env_key = "MY_KEY", URL }'],
    ["at the end of braces", '{ NAME, URL, env_key = "MY_KEY" }'],
    ["on a line with a comma", '{ NAME,\n  env_key = "MY_KEY",\n  URL }'],
    ["on a line with the brace", '{ NAME,\n  env_key = "MY_KEY", URL }'],
  ])("keeps such an `env_key` %s", (_, written) => {
    const provider = written
      .replace("NAME", 'name = "P"')
      .replace("URL", 'base_url = "http://172.30.0.30:10000"');
    expect(find(`model_provider = "p"\n[model_providers]\np = ${provider}\n`).finding).toMatchObject({
      kind: "missingEnvironmentVariable",
      fix: undefined,
    });
  });

  test("keeps such an `env_key` where only the command line has it", () => {
    const flags = [
      'model_provider=p -c model_providers.p.name=P -c model_providers.p.env_key="MY_KEY"',
      "-c model_providers.p.base_url=http://172.30.0.30:10000",
    ].join(" ");
    expect(diagnose(stepWith("").replace("exec x", `exec -c ${flags} x`), options)).toMatchObject([
      { kind: "missingEnvironmentVariable", fix: undefined },
    ]);
  });

  test("is left to a person where another key has a wrong type", () => {
    expect(find(`model = 5\n${providerBlock}`).finding).toMatchObject({ kind: "wrongType", fix: undefined });
    expect(find(`${providerBlock}requires_openai_auth = 5\n`).finding).toMatchObject({
      kind: "wrongType",
      fix: undefined,
    });
  });

  test.each([
    ["an address without a provider", "http://172.30.0.30:10001", "unusableBaseUrl"],
    ["OpenAI's own address without a provider", "https://api.openai.com/v1", "baseUrlDirect"],
  ])("or a run that misses the proxy by %s gets a provider", (_, baseUrl, kind) => {
    const key = `openai_base_url = "${baseUrl}"\n\n`;
    expect(find(`${key}${history}`).finding.kind).toBe(kind);
    expect(fixed(`${key}${history}`)).toBe(`${key}${providerBlock}\n${history}`);
  });

  test("loses an `env_key` that the container does not have", () => {
    expect(fixed(providerBlock.replace("OPENAI_API_KEY", "MY_KEY"))).toBe(
      providerBlock.replace(/^env_key.*\n/m, ""),
    );
  });

  test("loses such an `env_key` at the end of a text without a line end", () => {
    const toml = `${providerBlock.replace(/^env_key.*\n/m, "")}env_key = "MY_KEY"`;
    const text = stepWith(`printf '%s' '${toml}' > ~/.codex/config.toml\n`);
    const [finding] = diagnose(text, options);
    expect(finding).toMatchObject({ kind: "missingEnvironmentVariable" });
    expect(diagnose(applyEdits(text, finding?.fix ?? []), options)).toEqual([]);
  });

  test("is not reported where it rests on a value that only the shell knows", () => {
    expect(diagnose(stepWith(write(providerBlock.replace("172.30.0.30", "$GITHUB_ACTOR"))), options)).toEqual(
      [],
    );
    expect(diagnose(stepWith(write(`model = $GITHUB_ACTOR\n${providerBlock}`)), options)).toEqual([]);
  });
});

describe("WebSockets at the proxy", () => {
  test("are turned off where the provider turns them on", () => {
    expect(fixed(providerBlock.replace("= false", "= true"))).toBe(providerBlock);
  });

  test("are avoided by a provider where there is none", () => {
    expect(find(history, "0.118.0").finding).toMatchObject({
      outcome: "websocket",
      kind: "environmentBaseUrl",
    });
    expect(fixed(history, "0.118.0")).toBe(`${providerBlock}\n${history}`);
    const key = 'openai_base_url = "http://172.30.0.30:10000"\n\n';
    expect(fixed(`${key}${history}`)).toBe(`${key}${providerBlock}\n${history}`);
  });
});
