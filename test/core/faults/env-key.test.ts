import { applyEdits } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { stepWith, write } from "../fix/config-step.js";
import { providerBlock } from "../../support/toml.js";
import { first, kinds, pointedAt } from "./found.js";

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
    const before = withSecrets(withKey('"$CODEX_API_KEY"')).replace(
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
