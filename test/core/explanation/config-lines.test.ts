import { diagnose, explainRuns } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { copy, executeCodex, installCodex } from "../../support/steps.js";
import { history, providerBlock } from "../../support/toml.js";
import { withVariable, workflow } from "../../support/workflow.js";
import { first, header, lines } from "./first-run.js";

describe("config.toml", () => {
  test("is shown line by line, with the origin of each line", () => {
    const text = lockFile({ compiler: "v0.70.0", toml: providerBlock });
    const converter = 'bash "${RUNNER_TEMP}/gh-aw/actions/start_mcp_gateway.sh"';
    expect(lines(text, first(text)).map((line) => line.replace(/( <- .{16}).*/, "$1"))).toEqual([
      'model_provider = "openai-proxy" <- script model_pro',
      " <- script ",
      "[model_providers.openai-proxy] <- script [model_pr",
      'name = "OpenAI AWF proxy" <- script name = "O',
      'base_url = "http://172.30.0.30:10000" <- script base_url ',
      'env_key = "OPENAI_API_KEY" <- script env_key =',
      "supports_websockets = false <- script supports_",
      '[history] <- command bash "${',
      'persistence = "none" <- command bash "${',
      ' <- command bash "${',
      `what the MCP gateway writes <- ${converter.slice(0, 16)}`,
    ]);
  });

  test("generated from JSON has the JSON's keys as origins", () => {
    const text = lockFile({ compiler: "newest" });
    expect(lines(text, first(text))).toEqual([
      'model_provider = "openai-proxy" <- json "model_provider":"openai-proxy"',
      " <- json GH_AW_CODEX_CONFIG_JSON",
      '[history] <- json "history"',
      'persistence = "none" <- json "persistence":"none"',
      " <- json GH_AW_CODEX_CONFIG_JSON",
      '[model_providers.openai-proxy] <- json "openai-proxy"',
      'base_url = "http://172.30.0.30:10000" <- json "base_url":"http://172.30.0.30:10000"',
      'env_key = "CODEX_API_KEY" <- json "env_key":"CODEX_API_KEY"',
      'name = "OpenAI AWF proxy" <- json "name":"OpenAI AWF proxy"',
      'supports_websockets = false <- json "supports_websockets":false',
    ]);
  });

  test("is missing if no step writes it", () => {
    const runs = explainRuns(lockFile({ compiler: "v0.64.0" }));
    expect(runs.map(({ job, configs }) => [job, configs[0] === undefined])).toEqual([
      ["agent", false],
      ["detection", true],
    ]);
    expect(runs[1]?.outcome.reason).toMatch(/ There is no config\.toml\.$/);
  });

  test("is shown with marks on lines that contain values known only to the shell", () => {
    const toml = `model = "$MODEL"\n${history}`;
    const run = first(withVariable(lockFile({ compiler: "v0.69.0", toml }), "MODEL", "${{ vars.MODEL }}"));
    const known = run.configs[0]?.flatMap((line) => (line.kind === "known" ? [line] : []));
    expect(known?.map(({ guessed }) => guessed).slice(0, 3)).toEqual([true, false, false]);
    expect(run.unknowns).toContain("The values of `$MODEL` in config.toml.");
  });

  test("has an alternative for each way through conditions", () => {
    const write = (toml: string) => `cat > /tmp/gh-aw/mcp-config/config.toml << EOF\n${toml}EOF`;
    const run = `if [ -n "\${{ vars.A }}" ]; then\n${write(providerBlock)}\nelse\n${write(history)}\nfi`;
    const explained = first(workflow({ header, jobs: { agent: [{ name: "Write", run }, executeCodex()] } }));
    expect(explained.configs).toHaveLength(2);
    expect(explained.outcome.kind).toBe("undetermined");
    expect(explained.unknowns.join("\n")).toContain("there are 2 ways");
  });

  test("has the same origins with Windows line endings", () => {
    const text = lockFile({ compiler: "v0.70.0" });
    const windows = text.replaceAll("\n", "\r\n");
    const shown = (source: string) => lines(source, first(source)).map((line) => line.replaceAll("\r", ""));
    expect(shown(windows)).toEqual(shown(text));
  });
});

test("the lines of a copied file keep their origins", () => {
  const run = `cat > "$CODEX_HOME/a.toml" << EOF\n${providerBlock}EOF\ncp "$CODEX_HOME/a.toml" /tmp/b.toml\n${copy.always.replace("/tmp/gh-aw/mcp-config/config.toml", "/tmp/b.toml")}`;
  const env = { CODEX_HOME: "/tmp/gh-aw/mcp-config" };
  const text = workflow({ header, jobs: { agent: [{ name: "Write", run, env }, executeCodex()] } });
  const [line] = lines(text, first(text));
  expect(line).toMatch(/^model_provider = "openai-proxy" <- script model_provider/);
});

describe("a value known only at run time", () => {
  const toml = providerBlock.replace("http://172.30.0.30:10000", "${LB_BASE_URL}");

  test("is shown as written in the file", () => {
    const text = lockFile({ compiler: "v0.70.0", detection: false, toml });
    const explained = first(withVariable(text, "LB_BASE_URL", "${{ vars.LB_BASE_URL }}"));
    const shown = explained.configs[0]?.flatMap((line) => (line.kind === "known" ? [line.text] : []));
    expect(shown).toContain('base_url = "${LB_BASE_URL}"');
    expect(explained.outcome).toMatchObject({ kind: "undetermined", span: undefined });
    expect(explained.outcome.reason).toBe(
      "It depends on a value in config.toml that only the running shell knows.",
    );
  });

  test("is shown with the text around it", () => {
    const mixed = providerBlock.replace("http://172.30.0.30", "http://$A-${{ vars.HOST }}$(b)");
    const text = lockFile({ compiler: "v0.70.0", detection: false, toml: mixed });
    const explained = first(withVariable(text, "A", "${{ vars.A }}"));
    const shown = explained.configs[0]?.flatMap((line) => (line.kind === "known" ? [line.text] : []));
    expect(shown).toContain('base_url = "http://$A-${{ vars.HOST }}$(b):10000"');
  });

  test("is shown in paths and options", () => {
    const codex = `codex exec -c model="\${{ vars.MODEL }}" "$INSTRUCTION"`;
    const env = { CODEX_HOME: "/tmp/${{ vars.HOME_FOLDER }}" };
    const text = workflow({ header, jobs: { agent: [installCodex(), executeCodex({ codex, env })] } });
    const { options, configPath, outcome } = first(text);
    expect(options.map((option) => option.text)).toEqual(["-c model=${{ vars.MODEL }}"]);
    expect(configPath).toBe("/tmp/${{ vars.HOME_FOLDER }}/config.toml");
    expect(JSON.stringify([outcome, diagnose(text)])).not.toContain("GITHUB_EXPRESSION");
  });

  test("makes the outcome undetermined if it is a provider's id", () => {
    const named = providerBlock.replace("[model_providers.openai-proxy]", "[model_providers.$ID]");
    const unset = lockFile({ compiler: "v0.70.0", detection: false, toml: named });
    const text = withVariable(unset, "ID", "${{ vars.ID }}");
    expect(first(text).outcome.kind).toBe("undetermined");
    expect(diagnose(text, { outcomes: ["refused"] })).toEqual([]);
  });
});
