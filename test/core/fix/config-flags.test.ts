import { applyEdits, diagnose, findCodexRuns, parseWorkflow, type DiagnoseOptions } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { fix } from "../../support/fix.js";

const awf = "awf --enable-api-proxy --";
const flags = [
  "-c",
  "model_provider=openai-proxy",
  "-c",
  "model_providers.openai-proxy.name=OpenAI AWF proxy",
  "-c",
  "model_providers.openai-proxy.base_url=http://172.30.0.30:10000",
  "-c",
  "model_providers.openai-proxy.env_key=OPENAI_API_KEY",
  "-c",
  "model_providers.openai-proxy.supports_websockets=false",
];

function job(run: string): string {
  return `jobs:\n  a:\n    steps:\n      - run: ${run}\n`;
}

/** Codex's arguments in the fixed file. */
function fixedArgs(text: string, options: DiagnoseOptions = {}): readonly string[] | undefined {
  return findCodexRuns(parseWorkflow(fix(text, options)))[0]?.args;
}

describe("flags on Codex's command line", () => {
  test.each([
    ["a plain script", job(`${awf} codex exec "$P"`)],
    ["a block", job(`|\n          ${awf} \\\n            codex exec \\\n            "$P"`)],
    ["a folded block", job(`>-\n          ${awf}\n          codex exec\n          "$P"`)],
    ["a script in single quotes", job(`|\n          ${awf} bash -c 'A="b" && codex exec "$P"'`)],
    ["a script in double quotes", job(`|\n          ${awf} bash -c "codex exec \\"\\$P\\""`)],
    [
      "a script in a script in a script",
      job(`|\n          bash -c 'awf --enable-api-proxy -- bash -c '\\''codex exec "$P"'\\'''`),
    ],
    ["a YAML string in double quotes", job(`"${awf} bash -c 'codex exec \\"$P\\"'"`)],
    ["a YAML string in single quotes", job(`'${awf} bash -c ''codex exec "$P"'''`)],
    ["Windows line endings", job(`|\n          ${awf} bash -c 'codex exec "$P"'\n`).replaceAll("\n", "\r\n")],
  ])("reach Codex unchanged from %s", (_, text) => {
    expect(fixedArgs(text)?.slice(0, 11)).toEqual(["exec", ...flags]);
    expect(fixedArgs(text)?.slice(11)).toHaveLength(1);
    expect(diagnose(fix(text))).toEqual([]);
  });

  test("are inserted right after `exec`, even if an option is joined to it, and nothing else changes", () => {
    const text = job(
      `|\n          ${awf} bash -c 'codex \${M:+-c model="$M" }exec\${N:+ --model "$N"} -c a=b "$P"' # exec\n`,
    );
    const [finding] = diagnose(text);
    expect(finding?.fix).toHaveLength(1);
    const [edit] = finding?.fix ?? [];
    expect(edit?.start).toBe(edit?.end);
    expect(text.slice(0, edit?.start)).toMatch(/ }exec$/);
    expect(edit?.text).toBe(
      ' -c model_provider="openai-proxy" -c model_providers.openai-proxy.name="OpenAI AWF proxy"' +
        ' -c model_providers.openai-proxy.base_url="http://172.30.0.30:10000"' +
        ' -c model_providers.openai-proxy.env_key="OPENAI_API_KEY"' +
        " -c model_providers.openai-proxy.supports_websockets=false",
    );
  });

  test("are inserted after `codex` if all other flags are before `exec`, because Codex would ignore those", () => {
    for (const before of [
      '-c model="x" ',
      '${M:+-c model="$M" }',
      "--config a=b ",
      "--config=a=b ",
      "-ca=b ",
    ]) {
      const text = job(`|\n          ${awf} bash -c 'codex ${before}exec "$P"'\n`);
      expect(fix(text)).toContain("codex -c model_provider=");
      expect(diagnose(fix(text))).toEqual([]);
      const both = job(`|\n          ${awf} bash -c 'codex ${before}exec -c a=b "$P"'\n`);
      expect(fix(both)).toContain("exec -c model_provider=");
      for (const after of ["--config a=b", "--config=a=b", "-ca=b"]) {
        expect(fix(text.replace("exec", `exec ${after}`))).toContain("exec -c model_provider=");
      }
    }
    const other = job(`|\n          ${awf} bash -c 'echo -c a; codex exec "$P" a-c --my-config'\n`);
    expect(fix(other)).toContain("codex exec -c model_provider=");
  });

  test("only select a provider that config.toml defines if it cannot be selected there", () => {
    const config = {
      defaults: {
        history: {},
        model_providers: { mine: { name: "x", base_url: "http://172.30.0.30:10000" } },
      },
      overrides: { model_provider: "openai" },
    };
    const text = `jobs:\n  a:\n    env: {CODEX_HOME: /tmp/gh-aw/mcp-config}\n    steps:\n      - run: |\n          mkdir -p "\${CODEX_HOME}" "\${RUNNER_TEMP}/gh-aw/mcp-config"\n          node \${RUNNER_TEMP}/convert_gateway_config_codex.cjs --bootstrap\n          cp "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "\${CODEX_HOME}/config.toml"\n          ${awf.replace(" --", " --env-all --")} codex exec x\n        env:\n          GH_AW_CODEX_CONFIG_JSON: '${JSON.stringify(config)}'\n`;
    const [finding] = diagnose(text);
    expect(finding).toMatchObject({ kind: "notSelected", data: { provider: "mine" } });
    expect(finding?.fix?.[0]?.text).toBe(' -c model_provider="mine"');
    expect(diagnose(applyEdits(text, finding?.fix ?? []))).toEqual([]);
  });

  test("are replaced in place if they conflict, and missing ones are added", () => {
    const text = job(`|\n          ${awf} bash -c 'codex exec -c model_provider=openai -c a=b "$P"'\n`);
    const [finding] = diagnose(text);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe("model_provider=openai");
    expect(fix(text)).toContain(
      'codex exec -c model_providers.openai-proxy.name="OpenAI AWF proxy" ' +
        '-c model_providers.openai-proxy.base_url="http://172.30.0.30:10000" ' +
        '-c model_providers.openai-proxy.env_key="OPENAI_API_KEY" ' +
        "-c model_providers.openai-proxy.supports_websockets=false " +
        '-c model_provider="openai-proxy" -c a=b "$P"',
    );
    expect(diagnose(fix(text))).toEqual([]);
  });

  test.each(["-c ", "-c", "-c=", "--config ", "--config="])(
    "are replaced in place if written as `%sk=v`",
    (option) => {
      for (const args of [`exec ${option}model_provider=openai`, `${option}model_provider=openai exec`]) {
        const text = job(`|\n          ${awf} bash -c 'codex ${args} "$P"'\n`);
        expect(diagnose(text)).toMatchObject([{ kind: "noProvider" }]);
        expect(fix(text)).toContain(`${option}model_provider="openai-proxy"`);
        expect(diagnose(fix(text))).toEqual([]);
      }
    },
  );

  test("are replaced in place as `--config` too, and only the last of several", () => {
    const text = job(
      `|\n          ${awf} codex exec --config model_provider=a -c model_provider=openai -m model_provider=x "$P"\n`,
    );
    expect(fix(text)).toContain(
      '--config model_provider=a -c model_provider="openai-proxy" -m model_provider=x "$P"',
    );
    expect(diagnose(text)[0]?.fix).toHaveLength(2);
    const long = job(`|\n          ${awf} codex exec --config model_provider=openai "$P"\n`);
    expect(fix(long)).toContain('--config model_provider="openai-proxy" "$P"');
  });

  test("define a provider if Codex ignores the config.toml that defines one", () => {
    const toml =
      'model_provider = "p"\n[model_providers.p]\nname = "n"\nbase_url = "http://172.30.0.30:10000"\n';
    const script = `mkdir -p ~/.codex\ncat > ~/.codex/config.toml << EOF\n${toml}EOF\n${awf} codex exec --ignore-user-config x\n`;
    const text = job(`|\n${script.replace(/^/gm, "          ").trimEnd()}\n`);
    expect(diagnose(text)).toMatchObject([{ kind: "noProvider" }]);
    expect(fixedArgs(text)).toContain("model_provider=openai-proxy");
    expect(diagnose(fix(text))).toEqual([]);
  });

  test("are also replaced on a long command line", () => {
    const text = job(`${awf} codex exec -c model_provider=openai "${"x ".repeat(40_000)}"`);
    expect(diagnose(text)[0]?.fix).toHaveLength(2);
  });

  test("are not replaced in a word that expands to several arguments", () => {
    const text = job(`|\n          FLAGS="-c model_provider=openai"\n          ${awf} codex exec $FLAGS x\n`);
    const [finding] = diagnose(text);
    expect(text.slice(finding?.span.start, finding?.span.end)).toMatch(/^codex/);
    expect(fix(text)).toContain("codex exec $FLAGS x");
    const first = text.replace('"-c model', '"model').replace("$FLAGS", "-c $FLAGS");
    expect(fix(first.replace('=openai"', '=openai y"'))).toContain("codex exec -c $FLAGS x");
  });

  test.each([
    ["the word `exec` comes from a variable", `awf --enable-api-proxy -- bash -c 'E=exec; codex $E x'`],
    ["the word `exec` is concatenated", "awf --enable-api-proxy -- codex ex''ec x"],
  ])("are not inserted if %s", (_, script) => {
    const text = job(`|\n${script.replace(/^/gm, "          ")}\n`);
    expect(diagnose(text)).toMatchObject([{ kind: "noProvider", fix: undefined, suggestions: [] }]);
  });

  test("are not inserted if the lock file does not contain the command line", () => {
    const text = job(`${awf} threat-detect --engine codex x`);
    expect(diagnose(text)).toMatchObject([{ kind: "noProvider", fix: undefined }]);
  });

  test("have the values given by the options", () => {
    const options = {
      providerId: "my_proxy",
      providerName: "true",
      baseUrl: "http://proxy:1/v1",
      envKey: false,
    } as const;
    const text = job(`${awf} codex exec "$P"`);
    expect(findCodexRuns(parseWorkflow(fix(text, options)))[0]?.args.slice(1, -1)).toEqual([
      "-c",
      "model_provider=my_proxy",
      "-c",
      'model_providers.my_proxy.name="true"',
      "-c",
      "model_providers.my_proxy.base_url=http://proxy:1/v1",
      "-c",
      "model_providers.my_proxy.supports_websockets=false",
    ]);
    expect(diagnose(fix(text, options), options)).toEqual([]);
    const named = `${awf.replace(" --", " --env MY_KEY=x --")} codex exec "$P"`;
    expect(fixedArgs(job(named), { envKey: "MY_KEY" })).toContain(
      "model_providers.openai-proxy.env_key=MY_KEY",
    );
  });
});
