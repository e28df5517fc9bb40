import { diagnose, explainRuns, type RunExplanation } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { labelledFiles } from "../../support/shared.js";
import { command, copy, executeCodex, installCodex } from "../../support/steps.js";
import { history, providerBlock, shellPolicy } from "../../support/toml.js";
import { withVariable, workflow } from "../../support/workflow.js";

/** Marks a file as compiled, so that gh-aw's folders and prompt exist. */
const header = { agent_id: "codex" };

/** The explanation of the first run. */
function first(text: string): RunExplanation {
  const [run] = explainRuns(text);
  if (!run) throw new Error("There is no Codex run.");
  return run;
}

function at(text: string, span: { start: number; end: number } | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

/** Each line of the first configuration, with the text of the lock file that it comes from. */
function lines(text: string, run: RunExplanation): string[] {
  return (run.configs[0] ?? []).map((line) => {
    const place = at(text, line.span)?.split("\n")[0] ?? "";
    return line.kind === "unknown" ? `${line.what} <- ${place}` : `${line.text} <- ${line.from} ${place}`;
  });
}

describe("the version of Codex", () => {
  test("comes from the job's own install", () => {
    const text = lockFile({ codex: "0.121.0" });
    const { codex } = first(text);
    expect(codex).toMatchObject({ value: "0.121.0", because: "Job `agent` installs it." });
    expect(at(text, codex.span)).toBe("@openai/codex@0.121.0");
    expect(codex.span?.start).toBe(text.indexOf("@openai/codex"));
  });

  test("comes from another job's install if its own job has none", () => {
    const text = workflow({ header, jobs: { setup: [installCodex("0.130.0")], agent: [executeCodex()] } });
    expect(first(text).codex).toMatchObject({ value: "0.130.0", because: "Job `setup` installs it." });
  });

  test("comes from the package that npx fetches", () => {
    const codex = 'npx @openai/codex@0.125.0 exec "$INSTRUCTION"';
    const text = workflow({ header, jobs: { agent: [installCodex("0.121.0"), executeCodex({ codex })] } });
    const run = first(text);
    expect(run.codex).toMatchObject({ value: "0.125.0", because: "Job `agent` fetches and starts it." });
    expect(at(text, run.codex.span)).toBe("@openai/codex@0.125.0");
  });

  test.each([
    ["latest", "Job `agent` installs it; the version depends on the day of the run."],
    ["${{ vars.CODEX_VERSION }}", "Job `agent` installs it; the version is known only at run time."],
  ])("is shown as %s, but the newest is assumed", (codex, because) => {
    const run = first(lockFile({ codex }));
    expect(run.codex).toMatchObject({ value: codex, because });
    expect(run.unknowns).toContain("The Codex version. The newest is assumed.");
  });

  test("is unknown if an undeclared input determines it", () => {
    expect(first(lockFile({ codex: "${{ inputs.codex }}" })).codex).toMatchObject({
      value: "unknown",
      because: "Job `agent` installs it; the version is known only at run time.",
    });
  });

  test("is `latest` if nothing installs Codex", () => {
    const text = workflow({ header, jobs: { agent: [executeCodex()] } });
    expect(first(text).codex).toEqual({
      value: "latest",
      because: "Nothing in this file installs Codex.",
      span: undefined,
    });
  });
});

describe("the version of AWF", () => {
  test("comes from the install", () => {
    const text = lockFile({ awf: "v0.25.28" });
    const { awf } = first(text);
    expect(awf).toMatchObject({ value: "v0.25.28", because: "Job `agent` installs it." });
    expect(at(text, awf.span)).toBe("v0.25.28");
  });

  test("comes from gh-aw's variable", () => {
    const setup = { name: "Set up", run: "true\ntrue", env: { GH_AW_INFO_AWF_VERSION: "v0.26.0" } };
    const text = workflow({ header, jobs: { activation: [setup], agent: [executeCodex()] } });
    const { awf } = first(text);
    expect(awf).toMatchObject({
      value: "v0.26.0",
      because: "`GH_AW_INFO_AWF_VERSION` in job `activation` names it.",
    });
    expect(at(text, awf.span)).toContain("v0.26.0");
  });

  test("comes from the image's tag, or is unknown without one", () => {
    const text = workflow({ header, jobs: { agent: [executeCodex({ awf: "v0.25.30" })] } });
    const { awf } = first(text);
    expect(awf.because).toBe("The tag of its container image (`--image-tag`) names it.");
    expect(at(text, awf.span)).toBe("0.25.30");
    expect(first(text.replace("--image-tag 0.25.30", "")).awf.value).toBe("unknown");
  });
});

describe("the API proxy", () => {
  test.each([
    ["v0.69.0", "on", "AWF's command line has `--enable-api-proxy`.", "--enable-api-proxy"],
    [
      ...(["v0.71.3", "on"] as const),
      "`apiProxy.enabled` is true in AWF's configuration, `${RUNNER_TEMP}/gh-aw/awf-config.json`.",
      "apiProxy",
    ],
    [
      ...(["v0.43.0", "off"] as const),
      "AWF's command line has no `--enable-api-proxy`, has no `--config`, and AWF v0.13.0 does not start it by itself.",
      undefined,
    ],
  ] as const)("in a lock file of gh-aw %s is %s: %s", (compiler, value, because, place) => {
    const text = lockFile({ compiler });
    const { apiProxy } = first(text);
    expect(apiProxy).toMatchObject({ value, because });
    expect(at(text, apiProxy.span)).toBe(place);
  });

  test("is always started by a new AWF", () => {
    const { apiProxy, outcome } = first(lockFile({ compiler: "v0.43.0", awf: "v0.27.32" }));
    expect(apiProxy.because).toBe("AWF v0.27.32 always starts it, like every version from v0.27.32 on.");
    expect(outcome.kind).toBe("direct");
  });
});

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

describe("the options of Codex's command line", () => {
  test("are shown with their locations if they configure Codex", () => {
    const codex = `codex exec -c web_search="disabled" --skip-git-repo-check --enable js "$INSTRUCTION"`;
    const text = workflow({ header, jobs: { agent: [installCodex(), executeCodex({ codex })] } });
    const { options } = first(text);
    expect(options.map(({ text: option, counts }) => [option, counts])).toEqual([
      ["-c web_search=disabled", true],
      ["--enable js", true],
    ]);
    expect(at(text, options[0]?.span)).toBe('-c web_search="disabled"');
  });

  test.each([
    ["0.121.0", [false, true]],
    ["0.166.0", [true, true]],
  ])("before and after `exec` count with Codex %s: %j", (version, counts) => {
    const codex = `codex -c model=a exec -c model_reasoning_effort=low "$INSTRUCTION"`;
    const text = workflow({ header, jobs: { agent: [installCodex(version), executeCodex({ codex })] } });
    expect(first(text).options.map((option) => option.counts)).toEqual(counts);
  });
});

describe("the outcome", () => {
  const proxied = { compiler: "v0.70.0", detection: false } as const;
  const withoutModel = (text: string): string => withVariable(text, "GH_AW_MODEL_AGENT_CODEX", "");

  test("says why a run reaches the proxy", () => {
    const { outcome } = first(lockFile(proxied));
    expect(outcome).toEqual({
      kind: "proxied",
      reason:
        'Model provider `openai-proxy` is selected and has `base_url = "http://172.30.0.30:10000"`. Codex sends its requests to AWF\'s API proxy over HTTP, and the proxy sets the real key.',
      span: undefined,
    });
  });

  test.each([
    ["direct", shellPolicy, "in job `agent` selects no model provider, so it bypasses"],
    ["direct", `[a]\n${providerBlock}`, "`model_provider` is in `[a]`, so Codex (0.121.0)"],
    ["direct", providerBlock.replace(/.*\n/, ""), "Provider `openai-proxy` is defined but not selected, so"],
    ["direct", 'model_provider = "openai"\n', "`model_provider` selects the built-in provider `openai`."],
    ["direct", providerBlock.replace(/base_url.*\n/, ""), "has no `base_url`, so"],
    [
      ...([
        "direct",
        providerBlock.replace("http://172.30.0.30:10000", "https://api.openai.com/v1"),
      ] as const),
      "Provider `openai-proxy` uses `https://api.openai.com/v1`, so",
    ],
    ["websocket", providerBlock.replace("false", "true"), "enables `supports_websockets`, so"],
    ["wrongAddress", providerBlock.replace("10000", "9"), "on which AWF's API proxy does not listen"],
    [
      "wrongAddress",
      `model = "copilot/gpt-5"\n${providerBlock}`,
      "but `copilot/gpt-5` is served at port 10002, so",
    ],
    ["wrongAddress", providerBlock.replace("10000", "10000/responses"), "repeats `/responses`, so"],
    [
      "missingKey",
      providerBlock.replace("OPENAI_API_KEY", "NO_KEY"),
      "Nothing passes `NO_KEY`, the `env_key`",
    ],
    ["missingKey", providerBlock.replace("OPENAI_API_KEY", ""), "The `env_key` of provider"],
    ["refused", "model_provider = \n", "config.toml is not valid TOML ("],
    ["refused", providerBlock.replaceAll("openai-proxy", "ollama"), "is the id of a built-in provider, so"],
    ["refused", 'model_provider = "x"\n', "`model_provider` selects `x`, which is not defined, so"],
    ["refused", providerBlock.replace("false", '"no"'), 'is the string "no" instead of a boolean, so'],
    ["refused", 'model_provider = "a"\nmodel_provider = "b"\n', "`model_provider` is defined twice"],
    [
      "undetermined",
      providerBlock.replace("172.30.0.30:10000", "llm.example.com/v1"),
      "is not AWF's API proxy.",
    ],
  ])("is %s for %j", (kind, toml, reason) => {
    const { outcome } = first(withoutModel(lockFile({ ...proxied, toml })));
    expect(outcome.kind).toBe(kind);
    expect(outcome.reason).toContain(reason);
  });

  test("points to the line that causes it", () => {
    const text = lockFile({ ...proxied, toml: `${shellPolicy}${providerBlock}` });
    expect(at(text, first(text).outcome.span)).toBe("model_provider");
  });

  test("is `unguarded` if the proxy is off", () => {
    expect(first(lockFile({ compiler: "v0.42.0" })).outcome.kind).toBe("unguarded");
  });

  test("mentions an old AWF that withholds the key, and an old Codex that needs no provider", () => {
    const missingKey = first(lockFile({ ...proxied, awf: "v0.25.20" }));
    expect(missingKey.outcome.reason).toContain("excludes `OPENAI_API_KEY`");
    const old = first(lockFile({ compiler: "v0.69.0", codex: "0.115.0" }));
    expect(old.outcome).toMatchObject({ kind: "proxied" });
    expect(old.outcome.reason).toContain("still reads `OPENAI_BASE_URL`");
  });
});

describe.each(Object.keys(generations) as Compiler[])("a lock file of gh-aw %s", (compiler) => {
  const text = lockFile({ compiler });

  test("has explanations that agree with its findings", () => {
    const found = diagnose(text).map(({ outcome, data }) => `${data.job!} ${outcome}`);
    const explained = explainRuns(text)
      .filter(({ outcome: { kind } }) => kind !== "proxied" && kind !== "unguarded")
      .map(({ job, outcome }) => `${job} ${outcome.kind}`);
    expect(explained).toEqual(found);
  });
});

describe("a file without Codex runs in AWF", () => {
  test.each([
    ["nothing", ""],
    ["broken YAML", "jobs: [awf codex"],
    ["a file that is not a mapping", "- awf codex\n"],
    ["a file without jobs", "name: awf codex\n"],
    ["a Codex run outside of AWF", workflow({ jobs: { agent: [{ name: "awf", run: command.plain }] } })],
  ])("has no explanations: %s", (_, text) => {
    expect(explainRuns(text)).toEqual([]);
  });
});

test("the lines of a copied file keep their origins", () => {
  const run = `cat > "$CODEX_HOME/a.toml" << EOF\n${providerBlock}EOF\ncp "$CODEX_HOME/a.toml" /tmp/b.toml\n${copy.always.replace("/tmp/gh-aw/mcp-config/config.toml", "/tmp/b.toml")}`;
  const env = { CODEX_HOME: "/tmp/gh-aw/mcp-config" };
  const text = workflow({ header, jobs: { agent: [{ name: "Write", run, env }, executeCodex()] } });
  const [line] = lines(text, first(text));
  expect(line).toMatch(/^model_provider = "openai-proxy" <- script model_provider/);
});

const files = labelledFiles();

describe.skipIf(files.length === 0)("real lock files", () => {
  test.each(files)("the explanations of $file agree with its labels", ({ text, jobs }) => {
    const runs = explainRuns(text);
    const broken = runs.filter(({ outcome: { kind } }) => kind === "direct" || kind === "undetermined");
    expect(broken.map(({ job }) => job)).toEqual(
      jobs.filter(({ verdict }) => verdict === "broken").map(({ job }) => job),
    );
    const spans = runs.flatMap(({ configs }) => configs.flatMap((lines) => lines ?? []));
    expect(spans.every(({ span }) => span.start <= span.end && span.end <= text.length)).toBe(true);
  });
});
