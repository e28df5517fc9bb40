import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { providerBlock } from "../../support/toml.js";
import { stepWith } from "./config-step.js";
import { find, fixed, options } from "./fixed-toml.js";

describe("a configuration that Codex refuses", () => {
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
});
