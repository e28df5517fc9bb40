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

/** What the first finding points at. */
function pointedAt(text: string): string {
  const [finding] = diagnose(text, options);
  return text.slice(finding?.span.start, finding?.span.end);
}

function first(text: string): Finding | undefined {
  return diagnose(text, options)[0];
}

describe("an address at AWF's proxy", () => {
  const at = (baseUrl: string): string => write(providerBlock.replace(proxy, baseUrl));

  test("may be the address of Codex's built-in provider", () => {
    const text = stepWith(write(`openai_base_url = "${proxy}/v1/v1"\n`));
    expect(kinds(text)).toEqual(["openAiBaseUrlKey", "doubledPath"]);
    expect(diagnose(text, options).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "openai_base_url",
      "openai_base_url",
    ]);
  });

  test("may be that of a flag", () => {
    const flag = `-c model_providers.openai-proxy.base_url=${proxy}/v1/v1`;
    expect(pointedAt(stepWith(write(providerBlock)).replace("exec x", `exec ${flag} x`))).toMatch(/^codex/);
  });

  test("may depend on a value that only the shell knows, if that is only on its own line", () => {
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
  ])("has a path to which Codex appends its own: %s", (path, expected) => {
    expect(kinds(stepWith(at(`${proxy}${path}`)))).toEqual(expected);
  });

  test("has the path that an older AWF does not add", () => {
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

  test("names the doubled part", () => {
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
  ])("has the port that fits its model: %s, `%s`", (port, flag, kind) => {
    const text = stepWith(at(proxy.replace(":10000", port))).replace("exec x", `exec ${flag} x`);
    expect(kinds(text)).toEqual(kind === undefined ? [] : [kind]);
  });

  test("has a port that is not judged if two models are named, or if the command that starts Codex names none", () => {
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

  test("is not judged if it is the one in the options, or AWF's own", () => {
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
  ])("may have another spelling: %s", (baseUrl) => {
    expect(kinds(stepWith(at(baseUrl)))).toEqual([]);
  });

  test("has a finding that names the correct port and the reason", () => {
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

describe("an address elsewhere", () => {
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
  ])("may be a gateway of the user's own: %s", (baseUrl, isOwn) => {
    const text = stepWith(write(providerBlock.replace(proxy, baseUrl)));
    expect(kinds(text)).toEqual(isOwn ? [] : ["unusableBaseUrl"]);
  });
});

describe("an `env_key`", () => {
  const withKey = (key: string, more = ""): string =>
    stepWith(write(`${providerBlock.replace('"OPENAI_API_KEY"', key)}${more}`));

  /** The same where the step has these keys. */
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
  ])("may be written as an expansion: %s", (key, kind) => {
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
  ])("gets the intended name, or is removed: %s", (key, fixed) => {
    const text = withKey(key);
    const after = applyEdits(text, first(text)?.fix ?? []);
    expect(kinds(after)).toEqual([]);
    expect(/env_key.*/.exec(after)?.[0]).toBe(fixed);
  });

  test("of another provider is not judged", () => {
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
  ])("may be one that AWF is told to set: %s", (option, expected) => {
    expect(kinds(withKey('"MY_KEY"').replace("awf", `awf ${option}`))).toEqual(expected);
  });
});

describe("the variables of AWF's container", () => {
  const keyed = (name: string, options: string): readonly string[] =>
    kinds(stepWith(write(providerBlock.replace("OPENAI_API_KEY", name))).replace("awf", `awf ${options}`));

  test.each(["OPENAI_API_KEY", "CODEX_API_KEY"])("are %s, from AWF 0.25.27 on", (name) => {
    expect(keyed(name, "--image-tag 0.25.27")).toEqual([]);
    expect(keyed(name, "--image-tag 0.25.26")).toContain("missingEnvironmentVariable");
    expect(keyed(name, "--image-tag 0.25.26 --build-local")).toEqual([]);
  });

  test("are the step's with --env-all, except excluded ones", () => {
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
  test("has no fault", () => {
    const install = 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\n';
    expect(kinds(stepWith(install + write("[")).replace("--enable-api-proxy", ""))).toEqual([]);
    expect(kinds(stepWith(install).replace("--enable-api-proxy", ""))).toEqual([]);
  });

  test("is undetermined if AWF's version is unknown", () => {
    const maybe = (options: string): string => stepWith("").replace("--enable-api-proxy", options);
    expect(kinds(maybe(""))).toEqual(["undeterminedProxy"]);
    expect(kinds(maybe("--image-tag 0.27.31"))).toEqual(["undeterminedProxy"]);
    expect(kinds(maybe("--config awf.json"))).toEqual(["undeterminedProxy"]);
    const config = `echo '{}' > awf.json\n[ -z "$GITHUB_ACTOR" ] || jq . x > awf.json\n`;
    expect(kinds(stepWith(config).replace("--enable-api-proxy", "--config awf.json"))).toEqual([
      "undeterminedProxy",
    ]);
    expect(kinds(stepWith(write(providerBlock)).replace("--enable-api-proxy", ""))).toEqual([]);
  });

  test("keeps the configuration that it can use: another run's fix goes elsewhere", () => {
    const free = "awf -- codex exec y";
    const install = 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\n';
    for (const toml of [history, "", "["]) {
      const text = stepWith(`${install}${write(toml)}${free}\n`);
      const fixed = applyEdits(text, first(text)?.fix ?? []);
      expect(fixed).toContain(write(toml).split("\n")[1]);
      expect(fixed).toContain(`${free}\n`);
    }
    const detection = start.replace("codex exec", "threat-detect --engine codex");
    const both = (toml: string): string =>
      stepWith(`${install}${write(toml)}${free}\n`).replace(start, detection);
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
  ])("is reported at its word: %s", (word, kind) => {
    const text = stepWith(write(providerBlock)).replace("exec x", `exec -c a=b -c ${word} x`);
    expect(kinds(text)).toEqual([kind]);
    expect(pointedAt(text)).toBe(word);
  });
});

describe("a fault in config.toml", () => {
  test.each([
    ["what is no TOML", "a = 1\nb c.d-e f\n", "c.d-e"],
    ["what stands twice", `x.y-z.w = 1\nx.y-z.w = 2\n`, "x.y-z.w"],
    ["a wrong type", "history = 1\n", "history"],
    ["a table", "[history]\nmax_bytes = 1\n[model_providers.openai]\n", "[model_providers.openai]"],
    ["a table within another", "[model_providers]\nopenai = {}\n", "openai"],
    ["a selection", 'model_provider = "none"\n', "model_provider"],
    [
      "a provider without address",
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

  test("is reported at the command that writes the file if no location in the file is the cause", () => {
    expect(pointedAt(stepWith(write(history)))).toBe("cat > ~/.codex/config.toml << EOF");
    expect(pointedAt(stepWith(`${write(history)}${write("[tui]\n").replace("cat >", "cat >>")}`))).toBe(
      "cat > ~/.codex/config.toml << EOF",
    );
    for (const script of [": > ~/.codex/config.toml\n", ""]) {
      expect(pointedAt(stepWith(script)), script).toBe("codex");
    }
  });

  test("names the other programs that write the file", () => {
    const gateway = 'bash "${RUNNER_TEMP}/gh-aw/actions/start_mcp_gateway.sh"\n';
    const run = start.replace("codex exec", "threat-detect --engine codex");
    const text = (script: string): string =>
      stepWith(`export CODEX_HOME=/tmp/gh-aw/mcp-config\n${script}`).replace(start, run);
    const copy = 'cp "${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" /tmp/gh-aw/mcp-config/config.toml\n';
    expect(first(text(`${gateway}${copy}`))?.data.remedy).toContain(
      "is written by the MCP gateway, not by this lock file.",
    );
    // A folder that a step names does not get into the container, and no fix can hand it on.
    expect(first(text("").replace(" --env-all", ""))?.data.remedy).toContain(
      "No step of this job writes `${HOME}/.codex/config.toml`.",
    );
    // Fixes that write into another folder are tried, and the script's own `CODEX_HOME` is in their way.
    expect(first(text("mkdir -p $CODEX_HOME\n"))?.data.remedy).toContain(
      "No known edit of this file makes the run reach AWF's API proxy.",
    );
    const unknown = "mkdir -p $CODEX_HOME; curl -s https://example.com > $CODEX_HOME/config.toml\n";
    expect(first(text(unknown))?.data).toMatchObject({ cause: expect.stringContaining("curl") as string });
  });

  test("is reported at the end of an incomplete text", () => {
    expect(pointedAt(stepWith("printf '%s' 'a b.c' > ~/.codex/config.toml\n"))).toBe("b.c");
    expect(first(stepWith("printf '%s' 'a = [' > ~/.codex/config.toml\n"))?.kind).toBe("invalidToml");
    expect(first(stepWith(write("a = '''\n")))?.kind).toBe("invalidToml");
  });

  test("may depend on a value that only the shell knows, if the fault is in that value", () => {
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

describe("a file that Codex does not read", () => {
  const ignoring = (toml: string): string =>
    stepWith(write(toml)).replace("exec x", "exec --ignore-user-config x");

  test.each(["[\n", "model_providers = { p = 1 }\n", "model_providers = 1\n", 'model_provider = "p"\n'])(
    "has no provider to select: %s",
    (toml) => {
      expect(kinds(ignoring(toml))).toEqual(["noProvider"]);
      const text = ignoring(toml);
      expect(kinds(applyEdits(text, first(text)?.fix ?? []))).toEqual([]);
    },
  );
});

describe("a misplaced selection", () => {
  const table = providerBlock.slice(providerBlock.indexOf("["));

  test.each([
    ["below another table", `${history}model_provider = "openai-proxy"\n${table}`, "misplacedSelection"],
    ["of a provider that there is not", `${history}model_provider = "x"\n${table}`, "notSelected"],
    ["that is no text", `${history}model_provider = 1\n${table}`, "notSelected"],
    ["in a profile", `[profiles.p]\nmodel_provider = "openai-proxy"\n${table}`, "notSelected"],
    [
      "in a profile that goes by another name",
      `[profil.p]\nmodel_provider = "openai-proxy"\n${table}`,
      "misplacedSelection",
    ],
  ])("may stand %s", (_, toml, kind) => {
    expect(kinds(stepWith(write(toml), "0.121.0"))).toEqual([kind]);
  });
});

describe("a file that is written under conditions", () => {
  const bad = write(history);
  const good = write(providerBlock);
  const either = (one: string, other: string): string =>
    stepWith(`if [ "$GITHUB_ACTOR" = x ]; then\n${one}else\n${other}fi\n`);

  test("is judged if all cases are the same", () => {
    expect(kinds(either(bad, write("[tui]\n")))).toEqual(["noProvider"]);
    expect(kinds(either(good, write(`${providerBlock}\n[tui]\n`)))).toEqual([]);
    expect(kinds(stepWith(`if [ "$GITHUB_ACTOR" = x ]; then\n${good}fi\n`))).toEqual([
      "undeterminedCondition",
    ]);
  });

  test("is not judged if only one of the cases goes to api.openai.com", () => {
    for (const text of [either(bad, good), either(good, bad)]) {
      expect(first(text)).toMatchObject({
        kind: "undeterminedCondition",
        data: { cause: "`$GITHUB_ACTOR`" },
      });
    }
  });

  test("is not judged if a program may write root keys", () => {
    expect(first(stepWith("curl -s https://example.com > ~/.codex/config.toml\n"))).toMatchObject({
      kind: "undeterminedFile",
      data: { cause: expect.stringMatching(/^`?curl`? \(line \d+\)$/) as string },
    });
    expect(first(either(bad, "curl -s https://example.com > ~/.codex/config.toml\n"))).toMatchObject({
      kind: "undeterminedFile",
      data: { cause: expect.stringMatching(/^`?curl`? \(line \d+\)$/) as string },
    });
    const behind = `${bad}curl -s https://example.com >> ~/.codex/config.toml\n`;
    expect(kinds(stepWith(behind))).toEqual(["noProvider"]);
    expect(
      kinds(stepWith(`${write('model = "x"\n')}curl -s https://example.com >> ~/.codex/config.toml\n`)),
    ).toEqual(["undeterminedFile"]);
  });
});
