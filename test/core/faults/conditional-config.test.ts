import { applyEdits } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { stepWith, write } from "../fix/config-step.js";
import { history, providerBlock } from "../../support/toml.js";
import { first, kinds } from "./found.js";

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
