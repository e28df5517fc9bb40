import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { proxyConfig, select, unselectedProvider } from "../outcome/config-text.js";

describe("a -c override", () => {
  it.each([
    [["-c", select]],
    [["-c", "model_provider=openai-proxy"]],
    [["-c", "model_provider='openai-proxy'"]],
    [["-c", " model_provider = openai-proxy "]],
    [["-cmodel_provider=openai-proxy"]],
    [["-c=model_provider=openai-proxy"]],
    [["--config", select]],
    [[`--config=${select}`]],
    [["exec", "-c", select]],
    [["-c", select, "exec"]],
    [["exec", "--json", "-m", "gpt-5", "do it", "-c", select]],
    [["exec", "-c", "model_provider=openai", "-c", select]],
    [["exec", "-c", `model_provider='"openai-proxy`]],
    [["exec", "-c", `model_provider=openai-proxy'"`]],
    [["exec", "-", "-c", select]],
    [["-", "exec", "-c", select]],
  ])("selects the provider: %j", (args) => {
    expect(codexOutcome({ config: unselectedProvider, args }).outcome).toBe("proxied");
  });

  it.each([
    [["exec", "--", `-c ${select}`]],
    [["exec", `-c ${select}`.slice(3)]],
    [["exec", "-m", "x", select]],
    [["exec", "-c", '"model_provider"=openai-proxy']],
    [["exec", "-c", 'model_provider="openai-proxy"', "-c", "model_provider=openai"]],
  ])("does not select the provider: %j", (args) => {
    expect(codexOutcome({ config: unselectedProvider, args }).reason.kind).toBe("builtInProvider");
  });

  it.each(["", '"', "''"])("with an empty value selects an undefined provider: %j", (value) => {
    const args = ["-c", `model_provider=${value}`];
    expect(codexOutcome({ config: unselectedProvider, args }).reason).toMatchObject({
      kind: "undefinedProvider",
      provider: "",
    });
  });

  it("is reported with the index of its argument", () => {
    expect(codexOutcome({ config: proxyConfig(), args: ["exec", "-c", "model_provider=openai"] })).toEqual({
      outcome: "direct",
      reason: {
        kind: "builtInProvider",
        provider: "openai",
        selection: { by: "key", path: ["model_provider"], source: "commandLine", argument: 2 },
      },
    });
  });

  it("overrides single keys of config.toml", () => {
    const base = (url: string): ReturnType<typeof codexOutcome> =>
      codexOutcome({
        config: proxyConfig(),
        args: ["-c", `model_providers.openai-proxy.base_url="${url}"`],
      });
    expect(base("http://172.30.0.30:10000/v1").outcome).toBe("proxied");
    expect(base("https://api.openai.com/v1").reason).toEqual({
      kind: "openAiBaseUrl",
      provider: "openai-proxy",
      baseUrl: "https://api.openai.com/v1",
      path: ["model_providers", "openai-proxy", "base_url"],
      source: "commandLine",
      argument: 1,
    });
  });

  it("adds missing keys to a table of config.toml", () => {
    const config = 'model_provider = "p"\n[model_providers.p]\nbase_url = "http://172.30.0.30:10000"\n';
    expect(codexOutcome({ config }).reason.kind).toBe("missingName");
    expect(codexOutcome({ config, args: ["-c", "model_providers.p.name=P"] }).outcome).toBe("proxied");
  });

  it("replaces a value of the wrong type, but cannot make invalid TOML valid", () => {
    const args = ["-c", select];
    expect(codexOutcome({ config: `model_provider = 1\n${unselectedProvider}`, args }).outcome).toBe(
      "proxied",
    );
    expect(codexOutcome({ config: `model_provider =\n${unselectedProvider}`, args }).reason.kind).toBe(
      "invalidToml",
    );
  });

  it("merges an inline table into that of config.toml, but replaces that of an earlier override", () => {
    const inline = 'model_providers.p={name="P"}';
    const dotted = 'model_providers.p.base_url="http://172.30.0.30:10000"';
    const args = (...overrides: readonly string[]): readonly string[] =>
      ["model_provider=p", ...overrides].flatMap((override) => ["-c", override]);
    const config = '[model_providers.p]\nbase_url = "http://172.30.0.30:10000"\n';
    expect(codexOutcome({ config, args: args(inline) }).outcome).toBe("proxied");
    expect(codexOutcome({ args: args(inline, dotted) }).outcome).toBe("proxied");
    expect(codexOutcome({ args: args(dotted, inline) }).reason.kind).toBe("missingBaseUrl");
  });

  it("takes quotes in its key literally", () => {
    const args = ["-c", 'model_provider="a"', "-c", 'model_providers."a".name="A"'];
    expect(codexOutcome({ args }).reason).toMatchObject({ kind: "undefinedProvider", provider: "a" });
  });

  it.each([
    [["-c", select, "exec"], "proxied"],
    [["-c", select, "e", "-c", "a=b"], "direct"],
    [["-c", select, "do it", "-c", "a=b"], "proxied"],
    [["-c", select, "do", "exec", "-c", "a=b"], "proxied"],
    [["-c", select, "-", "exec", "-c", "a=b"], "proxied"],
    [["-c", select, "--search", "exec", "-c", "a=b"], "direct"],
  ])("is ignored by 0.163 only if `exec` and another override follow: %j", (args, outcome) => {
    expect(codexOutcome({ config: unselectedProvider, args, codexVersion: "0.163.0" }).outcome).toBe(outcome);
  });

  it("is reported as the source only of keys that it sets", () => {
    const table = "[model_providers.p]\n";
    const baseUrl = 'base_url = "https://api.openai.com"\n';
    const args = ["-c", "model_provider=p", "-c", 'model_providers.p={name="P"}', "-c", "a.b=1"];
    expect(codexOutcome({ config: `${table}${baseUrl}`, args }).reason).toMatchObject({ source: "file" });
    const inline = [...args.slice(0, 3), 'model_providers.p={name="P",base_url="https://api.openai.com"}'];
    expect(codexOutcome({ config: `${table}${baseUrl}`, args: inline }).reason).toMatchObject({
      source: "commandLine",
      argument: 3,
    });
    const nameless = [
      "-c",
      "model_providers.p.base_url=x",
      "-c",
      "model_providers.q.name=Q",
      "-c",
      "model=m",
    ];
    expect(codexOutcome({ args: nameless }).reason).toMatchObject({
      kind: "missingName",
      source: "commandLine",
      argument: 1,
    });
    expect(codexOutcome({ config: table, args: nameless }).reason).toMatchObject({
      kind: "missingName",
      source: "file",
    });
    expect(codexOutcome({ config: table, args: nameless.slice(2) }).reason).toMatchObject({ source: "file" });
  });

  it("is no longer ignored before `exec` from 0.166 on", () => {
    const args = ["-c", select, "exec", "-c", "model=gpt-5"];
    const run = { config: unselectedProvider, args };
    expect(codexOutcome({ ...run, codexVersion: "0.163.0" }).outcome).toBe("direct");
    expect(codexOutcome({ ...run, codexVersion: "0.166.0" }).outcome).toBe("proxied");
  });

  it.each([
    [["-c", "model"], 1, "model", "missingEquals"],
    [["exec", "-c", "=x"], 2, "=x", "emptyKey"],
    [["exec", "-c"], 1, "-c", "missingValue"],
    [["exec", "-c", "--json"], 1, "-c", "missingValue"],
    [["exec", "-c", "-"], 2, "-", "missingEquals"],
  ])("is refused if it is malformed: %j", (args, argument, text, problem) => {
    expect(codexOutcome({ config: proxyConfig(), args })).toEqual({
      outcome: "refused",
      reason: { kind: "invalidArgument", argument, text, problem },
    });
  });
});
