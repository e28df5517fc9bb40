import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { proxyConfig, select, unselectedProvider } from "../outcome/config-text.js";

describe("--enable and --disable", () => {
  const run = { config: proxyConfig({ provider: "supports_websockets = true" }), codexVersion: "0.115.0" };
  const feature = "responses_websockets";

  it.each([
    [["--enable", feature], "websocket"],
    [[`--enable=${feature}`, "exec"], "websocket"],
    [["exec", "--enable", feature, "--disable", feature], "proxied"],
    [["exec", "--disable", feature, "--enable", feature], "websocket"],
    [["--enable", feature, "exec", "-c", `features.${feature}=false`], "proxied"],
    [["-c", `features.${feature}=false`, "--enable", feature, "exec"], "websocket"],
    [["--enable", "other"], "proxied"],
  ])("turn a feature on and off: %j", (args, outcome) => {
    expect(codexOutcome({ ...run, args }).outcome).toBe(outcome);
  });

  it("are refused without the name of a feature", () => {
    expect(codexOutcome({ ...run, args: ["exec", "--enable"] }).reason).toEqual({
      kind: "invalidArgument",
      argument: 1,
      text: "--enable",
      problem: "missingValue",
    });
  });

  it("are not ignored before `exec` if a -c follows `exec`", () => {
    const args = ["--enable", feature, "exec", "-c", "model=gpt-5"];
    expect(codexOutcome({ ...run, args }).outcome).toBe("websocket");
  });
});

describe("--profile", () => {
  const config = `[profiles.q]\nmodel_provider = "openai-proxy"\n${unselectedProvider}`;

  it.each([[["-p", "q"]], [["-pq"]], [["--profile", "q"]], [["--profile=q"]]])(
    "selects a profile up to 0.133: %j",
    (args) => {
      expect(codexOutcome({ config, args, codexVersion: "0.133.0" }).outcome).toBe("proxied");
    },
  );

  it("overrides the key `profile`", () => {
    const args = ["-p", "q", "-c", "profile=none"];
    expect(codexOutcome({ config, args, codexVersion: "0.121.0" }).outcome).toBe("proxied");
  });

  it("falls back to the root keys for what the profile does not set", () => {
    const root = 'model_provider = "openai-proxy"\noss_provider = "openai-proxy"\n';
    const empty = `${root}[profiles.q]\n${unselectedProvider}`;
    const run = { config: empty, codexVersion: "0.121.0" };
    expect(codexOutcome({ ...run, args: ["-p", "q"] }).outcome).toBe("proxied");
    expect(codexOutcome({ ...run, args: ["-p", "q", "--oss"] }).outcome).toBe("proxied");
    const own = `oss_provider = "x"\n[profiles.q]\noss_provider = "openai-proxy"\n${unselectedProvider}`;
    expect(codexOutcome({ ...run, config: own, args: ["-p", "q", "--oss"] }).outcome).toBe("proxied");
  });

  it("has no effect before exec up to 0.122", () => {
    const args = ["-p", "q", "exec"];
    expect(codexOutcome({ config, args, codexVersion: "0.122.0" }).outcome).toBe("direct");
    expect(codexOutcome({ config, args, codexVersion: "0.123.0" }).outcome).toBe("proxied");
  });

  it("must name a profile of config.toml up to 0.133, and must not from 0.134 on", () => {
    const missing = codexOutcome({ config: proxyConfig(), args: ["-p", "q"], codexVersion: "0.133.0" });
    expect(missing.reason).toEqual({
      kind: "undefinedProfile",
      profile: "q",
      selection: { by: "option", option: "--profile", argument: 1 },
    });
    expect(codexOutcome({ config: proxyConfig(), args: ["-p", "q"] }).outcome).toBe("proxied");
    expect(codexOutcome({ config, args: ["-p", "q"] }).reason).toMatchObject({
      kind: "legacyProfile",
      path: ["profiles", "q"],
    });
  });
});

describe("--ignore-user-config", () => {
  it("makes Codex read only the -c overrides", () => {
    const args = ["exec", "--ignore-user-config"];
    expect(codexOutcome({ config: proxyConfig(), args }).outcome).toBe("direct");
    expect(codexOutcome({ config: "not TOML", args }).outcome).toBe("direct");
    const complete = [...args, "-c", select, "-c", 'model_providers.openai-proxy.name="P"'];
    expect(codexOutcome({ config: proxyConfig(), args: complete }).reason.kind).toBe("missingBaseUrl");
  });

  it("is refused by older releases, and before `exec`", () => {
    const reason = { kind: "invalidArgument", text: "--ignore-user-config" };
    const older = codexOutcome({ args: ["exec", "--ignore-user-config"], codexVersion: "0.121.0" });
    expect(older.reason).toEqual({ ...reason, argument: 1, problem: "unknownOption" });
    const before = codexOutcome({ args: ["--ignore-user-config", "exec"] });
    expect(before.reason).toEqual({ ...reason, argument: 0, problem: "execOption" });
  });
});

describe("a word after the prompt", () => {
  const outcomeOf = (...args: readonly string[]): string =>
    codexOutcome({ config: proxyConfig(), args }).outcome;

  it("is refused", () => {
    const args = ["exec", "--skip-git-repo-check", "say", "hi", "-c", select];
    expect(codexOutcome({ config: proxyConfig(), args })).toEqual({
      outcome: "refused",
      reason: { kind: "invalidArgument", argument: 3, text: "hi", problem: "extraOperand" },
    });
    expect(outcomeOf("exec", "-C", "folder", "--json", "--", "hi", "-c", select)).toBe("refused");
    expect(outcomeOf("e", "-", "hi")).toBe("refused");
    expect(outcomeOf("exec", "--image=a.png", "say", "hi")).toBe("refused");
    expect(outcomeOf("exec", "-i", "a.png", "b.png", "--json", "say", "hi")).toBe("refused");
  });

  it.each([
    ["review", "this", "code"],
    ["exec", "review", "this", "code"],
    ["exec", "resume", "id", "say", "hi"],
    ["exec", "--json", "resume", "--last", "say", "hi", "again"],
  ])("is refused by a subcommand: %s %s %s %s", (...args) => {
    expect(outcomeOf(...args)).toBe("refused");
  });

  it.each([
    ["review", "--base", "main", "say hi"],
    ["review", "--uncommitted", "-"],
    ["exec", "review", "--commit=a1", "--uncommitted"],
    ["exec", "review", "--base", "main", "--base", "dev"],
  ])("and the options of `review` exclude each other: %s %s %s %s", (...args) => {
    expect(outcomeOf(...args)).toBe("refused");
  });

  it("may be the value of an option, or belong to a subcommand", () => {
    expect(outcomeOf("exec", "-i", "a.png", "b.png", "say hi")).toBe("proxied");
    expect(outcomeOf("exec", "-i", "a.png", "b.png", "--", "say hi")).toBe("proxied");
    expect(outcomeOf("exec", "--new-option", "value", "say hi")).toBe("proxied");
    expect(outcomeOf("exec", "--sandbox", "read-only", "say hi")).toBe("proxied");
    expect(outcomeOf("exec", "resume", "id", "say hi")).toBe("proxied");
    expect(outcomeOf("exec", "say hi", "review")).toBe("proxied");
    expect(outcomeOf("review", "say hi")).toBe("proxied");
    expect(outcomeOf("review", "--base", "main")).toBe("proxied");
    expect(outcomeOf("review", "--commit", "a1", "--title", "t")).toBe("proxied");
    expect(outcomeOf("review", "--title", "t", "say hi")).toBe("proxied");
    expect(outcomeOf("review", "--base", "main", "--new-option", "value")).toBe("proxied");
    expect(outcomeOf("exec", "resume", "--last", "id", "say hi")).toBe("proxied");
    expect(outcomeOf("exec", "fork", "id", "say hi")).toBe("proxied");
    const unsure = { config: proxyConfig(), args: ["exec", "$FLAGS", "say hi"], hasUnsureArgs: true };
    expect(codexOutcome(unsure).outcome).toBe("proxied");
  });
});

describe("an option that Codex rejects", () => {
  const outcomeOf = (codexVersion: string | undefined, args: readonly string[]) =>
    codexOutcome({ config: proxyConfig(), args, ...(codexVersion !== undefined && { codexVersion }) });

  it.each([
    [["exec", "--no-such", "hi"], "unknownOption", "0.121.0"],
    [["exec", "hi", "--quiet"], "unknownOption", "0.121.0"],
    [["--no-such", "exec", "hi"], "unknownOption", "0.169.0"],
    [["exec", "-q", "hi"], "unknownOption", "0.169.0"],
    [["exec", "-a", "never", "hi"], "rootOption", undefined],
    [["e", "--search", "hi"], "rootOption", undefined],
    [["--skip-git-repo-check", "exec", "hi"], "execOption", undefined],
    [["exec", "--full-auto", "hi"], "fullAuto", "0.147.0"],
    [["--full-auto", "exec", "hi"], "fullAuto", undefined],
    [["exec", "-s", "none", "hi"], "unknownValue", undefined],
    [["--sandbox=full", "exec", "hi"], "unknownValue", undefined],
    [["exec", "--color", "sometimes", "hi"], "unknownValue", undefined],
    [["exec", "--json=true", "hi"], "superfluousValue", undefined],
    [["exec", "--oss=x", "hi"], "superfluousValue", undefined],
    [["exec", "hi", "-m"], "missingValue", undefined],
    [["exec", "-o", "--json", "hi"], "missingValue", undefined],
    [["exec", "-m", "a", "--model=b", "hi"], "repeatedOption", undefined],
    [["exec", "--json", "--experimental-json", "hi"], "repeatedOption", undefined],
    [["exec", "--yolo", "--full-auto", "hi"], "conflictingOption", "0.121.0"],
    [["-a", "never", "--yolo", "exec", "hi"], "conflictingOption", undefined],
  ])("%j: %s", (args, problem, codexVersion) => {
    const { outcome, reason } = outcomeOf(codexVersion, args);
    expect(outcome).toBe("refused");
    expect(reason).toMatchObject({ kind: "invalidArgument", problem });
  });

  it.each([
    [["exec", "--full-auto", "hi"], "0.146.1"],
    [["exec", "--full-auto", "-s", "read-only", "hi"], "0.121.0"],
    [["exec", "--new-option", "hi"], undefined],
    [["exec", "--include-plan-tool", "hi"], "0.47.0"],
    [["-a", "never", "exec", "--yolo", "hi"], undefined],
    [["-m", "a", "exec", "-m", "b", "hi"], undefined],
    [["exec", "-sread-only", "-o=a", "--add-dir", "a", "--add-dir", "b", "hi"], "0.169.0"],
    [["exec", "-i", "a", "-i", "b", "--", "--bogus"], "0.169.0"],
    [["exec", "-s", "read-only", "resume", "--last"], "0.169.0"],
    [["exec", "-i", "a", "b", "c", "--json", "resume", "--last", "hi"], "0.169.0"],
    [["exec", "-i", "a", "b", "c", "--json", "hi", "resume", "--last"], "0.169.0"],
    [["exec", "resume", "-i", "a", "id", "hi"], "0.169.0"],
    [["exec", "--sandbox=${MODE}", "--${FLAG}", "hi"], "0.169.0"],
    [["exec", "- a list", "hi"].slice(0, 2), "0.169.0"],
  ])("is not %j with %s", (args, codexVersion) => {
    expect(outcomeOf(codexVersion, args).outcome).toBe("proxied");
  });

  it("is not looked for where words are not sure", () => {
    const unsure = { config: proxyConfig(), args: ["exec", "-q", "hi"], hasUnsureArgs: true };
    expect(codexOutcome({ ...unsure, codexVersion: "0.121.0" }).outcome).toBe("proxied");
  });
});

describe("--oss", () => {
  it("is refused without a local provider or without its server", () => {
    const selection = { by: "option", option: "--oss", argument: 1 };
    expect(codexOutcome({ config: proxyConfig(), args: ["exec", "--oss"] })).toEqual({
      outcome: "refused",
      reason: { kind: "localProvider", provider: undefined, selection },
    });
    const args = ["exec", "--oss", "--local-provider=ollama"];
    expect(codexOutcome({ config: proxyConfig(), args }).reason).toMatchObject({
      provider: "ollama",
      selection,
    });
  });

  it.each([
    [["--oss"], "0.121.0", "localProvider"],
    [["--oss", "exec"], "0.122.0", "customProvider"],
    [["--oss", "exec"], "0.123.0", "localProvider"],
    [["exec", "--oss", "--local-provider", "lmstudio"], "0.123.0", "localProvider"],
    [["exec", "--oss", "--local-provider", "openai-proxy"], "0.123.0", "customProvider"],
    [["exec", "--local-provider", "lmstudio"], "0.123.0", "customProvider"],
  ])("has an effect only where Codex reads it: %j, %s", (args, codexVersion, kind) => {
    expect(codexOutcome({ config: proxyConfig(), args, codexVersion }).reason.kind).toBe(kind);
  });

  it("uses the provider named by oss_provider", () => {
    const config = `oss_provider = "openai-proxy"\n${unselectedProvider}`;
    expect(codexOutcome({ config, args: ["exec", "--oss"] }).outcome).toBe("proxied");
  });
});
