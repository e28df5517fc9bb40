import { applyEdits, diagnose, type DiagnoseOptions, type Finding } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { history, providerBlock } from "../../support/toml.js";
import { start, stepWith, write } from "../fix/config-step.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "refused", "missingKey", "wrongAddress", "websocket", "undetermined"],
};
const proxy = "http://172.30.0.30:10000";

function kinds(text: string): readonly string[] {
  return diagnose(text, options).map(({ kind }) => kind);
}

/** The text that the first finding points to. */
function pointedAt(text: string): string {
  const [finding] = diagnose(text, options);
  return text.slice(finding?.span.start, finding?.span.end);
}

function first(text: string): Finding | undefined {
  return diagnose(text, options)[0];
}

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
    [":10002", "", undefined],
    [":10002", "-m gpt-5", undefined],
    [":10002", "-m copilot/gpt-5", undefined],
    [":10002", '-m "$GITHUB_ACTOR"', undefined],
    [":10000", '-m "copilot/$GITHUB_ACTOR"', undefined],
    [":10000", "-m copilot/gpt-5", "wrongPort"],
    [":10000", "-m my-copilot/gpt-5", undefined],
    [":10000", "", undefined],
  ])("must have a port that serves the model: %s, `%s`", (port, flag, kind) => {
    const text = stepWith(at(proxy.replace(":10000", port))).replace("exec x", `exec ${flag} x`);
    expect(kinds(text)).toEqual(kind === undefined ? [] : [kind]);
  });

  test("is not reported for its port if the model or the credentials are unclear", () => {
    const two = `model = "copilot/gpt-5"\n${providerBlock}`;
    expect(kinds(stepWith(write(two)).replace("exec x", "exec -m gpt-5 x"))).toEqual([]);
    const detection = "awf --enable-api-proxy -- threat-detect --engine codex x";
    const other = proxy.replace(":10000", ":10002");
    expect(kinds(stepWith(write(two.replace(proxy, other))).replace("exec x", "exec -m gpt-5 x"))).toEqual(
      [],
    );
    expect(kinds(stepWith(at(other)).replace(start, detection))).toEqual([]);
    const named = `GH_AW_MODEL_DETECTION_CODEX=gpt-5 ${detection}`;
    expect(kinds(stepWith(at(other)).replace(start, named))).toEqual([]);
    expect(kinds(stepWith(at(other)).replace(start, `OPENAI_API_KEY=k ${named}`))).toEqual(["wrongPort"]);
    expect(kinds(stepWith(write(two.replace(proxy, other))))).toEqual([]);
  });

  test("is not reported if it is the one in the options, or if AWF sets it", () => {
    const text = stepWith(at(proxy.replace(":10000", ":10002"))).replace("awf", "OPENAI_API_KEY=k awf");
    expect(kinds(text)).toEqual(["wrongPort"]);
    const baseUrl = "http://172.30.0.30:10002";
    expect(diagnose(text, { ...options, baseUrl })).toEqual([]);
    const old = stepWith("", "0.115.0").replace("exec x", "exec -m copilot/gpt-5 x");
    expect(kinds(old)).toEqual([]);
  });

  test.each([
    "HTTP://172.30.0.30:10000",
    "http:172.30.0.30:10000",
    "http://a:b@172.30.0.30:10002",
    ` ${proxy}`,
  ])("is recognized in other spellings: %s", (baseUrl) => {
    expect(kinds(stepWith(at(baseUrl)))).toEqual([]);
  });

  test("is reported with the correct port and the reason", () => {
    const text = stepWith(at(proxy.replace(":10000", ":10002"))).replace("awf", "OPENAI_API_KEY=k awf");
    expect(first(text)?.data).toMatchObject({
      port: "10002",
      fitting: "10000",
      why: "the step passes a credential only for port 10000",
    });
    expect(first(stepWith(at(proxy)).replace("exec x", "exec -m Copilot/gpt-5 x"))?.data).toMatchObject({
      port: "10000",
      fitting: "10002",
      why: "`Copilot/gpt-5` is served at port 10002",
    });
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

describe("an `env_key`", () => {
  const withKey = (key: string, more = ""): string =>
    stepWith(write(`${providerBlock.replace('"OPENAI_API_KEY"', key)}${more}`));

  /** The same file with these keys in the step's environment. */
  const withSecrets = (text: string): string =>
    `${text.trimEnd()}\n        env:\n${["OPENAI_API_KEY", "CODEX_API_KEY", "MY_KEY"]
      .map((name) => `          ${name}: \${{ secrets.${name} }}\n`)
      .join("")}`;

  test.each([
    ['"$OPENAI_API_KEY"', "expandedEnvKey"],
    ['"${CODEX_API_KEY}"', "expandedEnvKey"],
    ["'$OPENAI_API_KEY'", "expandedEnvKey"],
    ['"${OPENAI_API_KEY}_2"', undefined],
    ['"${OPENAI_API_KEY:-x}"', undefined],
    ['"$MY_KEY"', undefined],
    ['"\\$MY_KEY"', "expandedEnvKey"],
    ['"a\\$b"', "expandedEnvKey"],
    ['" "', "emptyEnvKey"],
    ['"$NONE"', "emptyEnvKey"],
    ['"NONE"', "missingEnvironmentVariable"],
  ])("is judged by its value after shell expansion: %s", (key, kind) => {
    expect(kinds(withSecrets(withKey(key)))).toEqual(kind === undefined ? [] : [kind]);
  });

  test.each([
    ['"\\${OPENAI_API_KEY}"', 'env_key = "OPENAI_API_KEY"'],
    ['"\\$CODEX_API_KEY"', 'env_key = "CODEX_API_KEY"'],
    ['"\\${NONE}"', undefined],
    ['"a\\${OPENAI_API_KEY}"', undefined],
    ['"\\${OPENAI_API_KEY}a"', undefined],
    ['"a\\$OPENAI_API_KEY"', undefined],
    ['"\\$OPENAI_API_KEY-a"', undefined],
  ])("is replaced by the intended name, or removed: %s", (key, fixed) => {
    const text = withKey(key);
    const after = applyEdits(text, first(text)?.fix ?? []);
    expect(kinds(after)).toEqual([]);
    expect(/env_key.*/.exec(after)?.[0]).toBe(fixed);
  });

  test("is judged only for the selected provider", () => {
    const other = `[model_providers.other]\nname = "Other"\nenv_key = "$OPENAI_API_KEY"\n`;
    expect(kinds(stepWith(write(providerBlock + other)))).toEqual([]);
    const key = withSecrets(withKey('"$CODEX_API_KEY"')).replace("[model_providers.openai-proxy]", "$&");
    const before = key.replace(
      "[model",
      `${other.replaceAll("\n", "\n          ").trimEnd()}\n          [model`,
    );
    expect(pointedAt(before)).toBe("env_key");
    expect(first(before)?.data).toMatchObject({ variable: "$CODEX_API_KEY" });
  });

  test("is reported as excluded by AWF only if the step has the variable", () => {
    const excluding = (env: string): string =>
      withKey('"MY_KEY"').replace("awf --enable", `${env} awf --env-all --exclude-env MY_KEY --enable`);
    expect(kinds(excluding("MY_KEY=x"))).toEqual(["excludedEnvKey"]);
    expect(kinds(excluding("OTHER=x"))).toEqual(["missingEnvironmentVariable"]);
    expect(kinds(withSecrets(withKey('"$MY_KEY"')).replace("awf", "awf --exclude-env MY_KEY"))).toEqual([
      "expandedEnvKey",
    ]);
  });

  test.each([
    ["--env MY_KEY=x", []],
    ["--env=MY_KEY=x", []],
    ["-e MY_KEY=x", []],
    ["--env MY_KEY", []],
    ["", ["missingEnvironmentVariable"]],
  ])("may name a variable that AWF's options set: %s", (option, expected) => {
    expect(kinds(withKey('"MY_KEY"').replace("awf", `awf ${option}`))).toEqual(expected);
  });
});

describe("the variables of AWF's container", () => {
  const keyed = (name: string, options: string): readonly string[] =>
    kinds(stepWith(write(providerBlock.replace("OPENAI_API_KEY", name))).replace("awf", `awf ${options}`));

  test.each(["OPENAI_API_KEY", "CODEX_API_KEY"])("include %s from AWF 0.25.27 on", (name) => {
    expect(keyed(name, "--image-tag 0.25.27")).toEqual([]);
    expect(keyed(name, "--image-tag 0.25.26")).toContain("missingEnvironmentVariable");
    expect(keyed(name, "--image-tag 0.25.26 --build-local")).toEqual([]);
  });

  test("include the step's with --env-all, except excluded ones", () => {
    const step = (options: string): readonly string[] =>
      kinds(
        stepWith(`${write(providerBlock.replace("OPENAI_API_KEY", "MY_KEY"))}export MY_KEY=x\n`).replace(
          "awf --enable-api-proxy --env-all",
          `awf --enable-api-proxy ${options}`,
        ),
      );
    expect(step("--env-all")).toEqual([]);
    expect(step("")).toEqual(["missingEnvironmentVariable"]);
    expect(step("--env-all --exclude-env MY_KEY")).toEqual(["excludedEnvKey"]);
    expect(step("--env-all --exclude-env OTHER")).toEqual([]);
  });
});

describe("a run without AWF's API proxy", () => {
  test("has no findings", () => {
    const install = 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\n';
    expect(kinds(stepWith(install + write("[")).replace("--enable-api-proxy", ""))).toEqual([]);
    expect(kinds(stepWith(install).replace("--enable-api-proxy", ""))).toEqual([]);
  });

  test("is undetermined if AWF's version is unknown", () => {
    const withOptions = (options: string): string => stepWith("").replace("--enable-api-proxy", options);
    expect(kinds(withOptions(""))).toEqual(["undeterminedProxy"]);
    expect(kinds(withOptions("--image-tag 0.27.31"))).toEqual(["undeterminedProxy"]);
    expect(kinds(withOptions("--config awf.json"))).toEqual(["undeterminedProxy"]);
    const config = `echo '{}' > awf.json\n[ -z "$GITHUB_ACTOR" ] || jq . x > awf.json\n`;
    expect(kinds(stepWith(config).replace("--enable-api-proxy", "--config awf.json"))).toEqual([
      "undeterminedProxy",
    ]);
    expect(kinds(stepWith(write(providerBlock)).replace("--enable-api-proxy", ""))).toEqual([]);
  });

  test("keeps its configuration if another run gets a fix", () => {
    const withoutProxy = "awf -- codex exec y";
    const install = 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\n';
    for (const toml of [history, "", "["]) {
      const text = stepWith(`${install}${write(toml)}${withoutProxy}\n`);
      const fixed = applyEdits(text, first(text)?.fix ?? []);
      expect(fixed).toContain(write(toml).split("\n")[1]);
      expect(fixed).toContain(`${withoutProxy}\n`);
    }
    const detection = start.replace("codex exec", "threat-detect --engine codex");
    const both = (toml: string): string =>
      stepWith(`${install}${write(toml)}${withoutProxy}\n`).replace(start, detection);
    expect(first(both(history))).toMatchObject({ kind: "noProvider", fix: undefined });
    const broken = both(providerBlock.replace("= false", '= "false"'));
    expect(first(broken)?.fix).toHaveLength(1);
  });
});

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

describe("a config.toml that Codex ignores", () => {
  const ignoring = (toml: string): string =>
    stepWith(write(toml)).replace("exec x", "exec --ignore-user-config x");

  test.each(["[\n", "model_providers = { p = 1 }\n", "model_providers = 1\n", 'model_provider = "p"\n'])(
    "has no effect on the finding and its fix: %s",
    (toml) => {
      expect(kinds(ignoring(toml))).toEqual(["noProvider"]);
      const text = ignoring(toml);
      expect(kinds(applyEdits(text, first(text)?.fix ?? []))).toEqual([]);
    },
  );
});

describe("a `model_provider` below a table header", () => {
  const table = providerBlock.slice(providerBlock.indexOf("["));

  test.each([
    ["is a misplaced selection", `${history}model_provider = "openai-proxy"\n${table}`, "misplacedSelection"],
    [
      "is not a misplaced selection if the provider is not defined",
      `${history}model_provider = "x"\n${table}`,
      "notSelected",
    ],
    [
      "is not a misplaced selection if it is not a string",
      `${history}model_provider = 1\n${table}`,
      "notSelected",
    ],
    [
      "is not a misplaced selection in a profile",
      `[profiles.p]\nmodel_provider = "openai-proxy"\n${table}`,
      "notSelected",
    ],
    [
      "is a misplaced selection in a table whose name only resembles `profiles`",
      `[profil.p]\nmodel_provider = "openai-proxy"\n${table}`,
      "misplacedSelection",
    ],
  ])("%s", (_, toml, kind) => {
    expect(kinds(stepWith(write(toml), "0.121.0"))).toEqual([kind]);
  });
});

describe("a config.toml that is written conditionally", () => {
  const bad = write(history);
  const good = write(providerBlock);
  const either = (one: string, other: string): string =>
    stepWith(`if [ "$GITHUB_ACTOR" = x ]; then\n${one}else\n${other}fi\n`);

  test("is judged if all cases have the same outcome", () => {
    expect(kinds(either(bad, write("[tui]\n")))).toEqual(["noProvider"]);
    expect(kinds(either(good, write(`${providerBlock}\n[tui]\n`)))).toEqual([]);
    expect(kinds(stepWith(`if [ "$GITHUB_ACTOR" = x ]; then\n${good}fi\n`))).toEqual([
      "undeterminedCondition",
    ]);
  });

  test("is undetermined if only one of the cases goes to api.openai.com", () => {
    for (const text of [either(bad, good), either(good, bad)]) {
      expect(first(text)).toMatchObject({
        kind: "undeterminedCondition",
        data: { cause: "`$GITHUB_ACTOR`" },
      });
    }
  });

  test("is undetermined if a program may write root keys", () => {
    expect(first(stepWith("curl -s https://example.com > ~/.codex/config.toml\n"))).toMatchObject({
      kind: "undeterminedFile",
      data: { cause: expect.stringMatching(/^what `curl` writes \(line \d+\)$/) as string },
    });
    expect(first(either(bad, "curl -s https://example.com > ~/.codex/config.toml\n"))).toMatchObject({
      kind: "undeterminedFile",
      data: { cause: expect.stringMatching(/^what `curl` writes \(line \d+\)$/) as string },
    });
    const appended = `${bad}curl -s https://example.com >> ~/.codex/config.toml\n`;
    expect(kinds(stepWith(appended))).toEqual(["noProvider"]);
    expect(
      kinds(stepWith(`${write('model = "x"\n')}curl -s https://example.com >> ~/.codex/config.toml\n`)),
    ).toEqual(["undeterminedFile"]);
  });
});
