import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { start, stepWith, write } from "../fix/config-step.js";
import { history, providerBlock } from "../../support/toml.js";
import { first, kinds, pointedAt } from "./found.js";

const proxy = "http://172.30.0.30:10000";

describe("a fault on the command line", () => {
  test.each([
    ["model_provider=5", "wrongType"],
    ["model_provider=none", "undefinedProvider"],
    ["model_provider=openai", "notSelected"],
    ["model_providers.openai-proxy.base_url=x", "unusableBaseUrl"],
    ["nothing", "invalidArgument"],
  ])("is reported at its argument: %s", (word, kind) => {
    const text = stepWith(write(providerBlock)).replace("exec x", `exec -c a=b -c ${word} x`);
    expect(kinds(text)).toEqual([kind]);
    expect(pointedAt(text)).toBe(word);
  });
});

test("a word after the prompt is reported at itself, also where there is no provider", () => {
  for (const config of [write(providerBlock), ""]) {
    const text = stepWith(config).replace("exec x", "exec --json fix it");
    const [finding, ...others] = diagnose(text, { outcomes: ["refused", "direct"] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: "invalidArgument", fix: undefined });
    expect(finding?.message).toMatch(/`it` on its command line, .* put the whole prompt in quotes\.$/);
    expect(pointedAt(text)).toBe("it");
  }
});

describe("a fault in config.toml", () => {
  test.each([
    ["the first invalid token", "a = 1\nb c.d-e f\n", "c.d-e"],
    ["a duplicate key", `x.y-z.w = 1\nx.y-z.w = 2\n`, "x.y-z.w"],
    ["a key with a value of the wrong type", "history = 1\n", "history"],
    [
      "the header of a table",
      "[history]\nmax_bytes = 1\n[model_providers.openai]\n",
      "[model_providers.openai]",
    ],
    ["a table inside another", "[model_providers]\nopenai = {}\n", "openai"],
    ["the selection of an undefined provider", 'model_provider = "none"\n', "model_provider"],
    [
      "a provider without a base URL",
      'model_provider = "a"\n[model_providers.a] # x\nname = "A"\n',
      "[model_providers.a] # x",
    ],
    [
      "a provider that is not selected",
      `[model_providers.a]\nname = "A"\nbase_url = "${proxy}"\n`,
      "[model_providers.a]",
    ],
    ["OpenAI's address", 'openai_base_url = "https://api.openai.com"\n', "openai_base_url"],
  ])("is reported at %s", (_, toml, place) => {
    expect(pointedAt(stepWith(write(toml)))).toBe(place);
  });

  test("is reported at the defined provider if Codex's built-in one is selected instead", () => {
    const table = `[model_providers.a]\nname = "A"\nbase_url = "${proxy}"\n`;
    expect(pointedAt(stepWith(write(`model_provider = "openai"\n${table}`)))).toBe("[model_providers.a]");
  });

  test("is reported at the command that writes the file, or at `codex`, if no line of the file is the cause", () => {
    expect(pointedAt(stepWith(write(history)))).toBe("cat > ~/.codex/config.toml << EOF");
    expect(pointedAt(stepWith(`${write(history)}${write("[tui]\n").replace("cat >", "cat >>")}`))).toBe(
      "cat > ~/.codex/config.toml << EOF",
    );
    for (const script of [": > ~/.codex/config.toml\n", ""]) {
      expect(pointedAt(stepWith(script)), script).toBe("codex");
    }
  });

  test("is reported with a remedy that says what writes the file", () => {
    const gateway = 'bash "${RUNNER_TEMP}/gh-aw/actions/start_mcp_gateway.sh"\n';
    const run = start.replace("codex exec", "threat-detect --engine codex");
    const text = (script: string): string =>
      stepWith(`export CODEX_HOME=/tmp/gh-aw/mcp-config\n${script}`).replace(start, run);
    const copy = 'cp "${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" /tmp/gh-aw/mcp-config/config.toml\n';
    expect(first(text(`${gateway}${copy}`))?.data.remedy).toContain(
      "is written by the MCP gateway, not by this lock file.",
    );
    // The container does not get the step's `CODEX_HOME`, and no fix can pass it on.
    expect(first(text("").replace(" --env-all", ""))?.data.remedy).toContain(
      "No step of this job writes `${HOME}/.codex/config.toml`.",
    );
    // Fixes that write to another folder are tried, but the script's own `CODEX_HOME` prevents them.
    expect(first(text("mkdir -p $CODEX_HOME\n"))?.data.remedy).toContain(
      "No known edit of this file makes the run reach AWF's API proxy.",
    );
    const unknown = "mkdir -p $CODEX_HOME; curl -s https://example.com > $CODEX_HOME/config.toml\n";
    expect(first(text(unknown))?.data).toMatchObject({ cause: expect.stringContaining("curl") as string });
  });

  test("is reported in a file that ends without a line feed or inside a value", () => {
    expect(pointedAt(stepWith("printf '%s' 'a b.c' > ~/.codex/config.toml\n"))).toBe("b.c");
    expect(first(stepWith("printf '%s' 'a = [' > ~/.codex/config.toml\n"))?.kind).toBe("invalidToml");
    expect(first(stepWith(write("a = '''\n")))?.kind).toBe("invalidToml");
  });

  test("is reported unless it depends on a value known only to the shell", () => {
    expect(kinds(stepWith(write(`${providerBlock}wire_api = $GITHUB_ACTOR\n`)))).toEqual([]);
    const braces = 'history = { persistence = "$GITHUB_ACTOR", max_bytes = "x" }\n';
    expect(kinds(stepWith(write(`${braces}${providerBlock}`)))).toEqual(["wrongType"]);
    const open = `${providerBlock}stream_max_retries = 'x' # $GITHUB_ACTOR`.replaceAll('"', '\\"');
    expect(kinds(stepWith(`printf '%s' "${open}" > ~/.codex/config.toml\n`))).toEqual(["wrongType"]);
    const more = write("wire_api = $GITHUB_ACTOR\n").replace("cat >", "cat >>");
    const wrong = providerBlock.replace("= false", "= 5");
    expect(kinds(stepWith(`${write(wrong)}${more.replace("wire", "# wire")}`))).toEqual(["wrongType"]);
    expect(kinds(stepWith(`${write(providerBlock)}${more}`))).toEqual([]);
    expect(kinds(stepWith(write(`${providerBlock}# $GITHUB_ACTOR\nstream_max_retries = "x" # a\n`)))).toEqual(
      ["wrongType"],
    );
    expect(kinds(stepWith(write(`${providerBlock}stream_max_retries = "x"\n# $GITHUB_ACTOR\n`)))).toEqual([
      "wrongType",
    ]);
    expect(kinds(stepWith(write(`${providerBlock}stream_max_retries = "x" # $GITHUB_ACTOR\n`)))).toEqual([
      "wrongType",
    ]);
  });
});
