import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

const outcomes = ["direct", "undetermined", "websocket", "refused", "missingKey", "wrongAddress"] as const;
const provider =
  'model_provider = "p"\n[model_providers.p]\nname = "p"\nbase_url = "http://172.30.0.30:10000"\n';

/** The findings of a called workflow, whose inputs are unknown, in which a script writes config.toml. */
function found(script: string, env = "NONE: none"): readonly string[] {
  const lines = `npm install -g @openai/codex@0.121.0\nmkdir -p ~/.codex\n${script}`.split("\n");
  const text = `on:
  workflow_call:
    inputs:
      fast: { type: boolean }
      name: { type: string }
jobs:
  agent:
    runs-on: ubuntu-latest
    env:
      ${env}
    steps:
      - run: |
${lines.map((line) => `          ${line}`).join("\n")}
      - run: awf --enable-api-proxy --env-all -- codex exec hi
`;
  return diagnose(text, { outcomes }).map(({ kind, outcome }) => `${outcome} ${kind}`);
}

const write = (toml: string): string => `cat > ~/.codex/config.toml << EOF\n${toml}EOF`;
const write1 = "echo 'model = \"m\"' > ~/.codex/config.toml";
const unsure = "undetermined undeterminedCondition";

describe("each value of an expression in a script is judged:", () => {
  test.each([
    [
      "two wrong values",
      "model_provider = \"${{ inputs.fast && 'a' || 'b' }}\"\n",
      "refused undefinedProvider",
    ],
    ["a wrong one", provider.replace('"p"', "\"${{ inputs.fast && 'p' || 'b' }}\""), unsure],
    ["two right ones", `model = "\${{ inputs.fast && 'x' || 'y' }}"\n${provider}`, undefined],
    [
      "too many",
      `model = "${"${{ inputs.fast && 1 || 2 }}${{ inputs.name && 1 || 2 }}".repeat(3)}"\n`,
      "direct noProvider",
    ],
  ])("%s", (_, toml, expected) => {
    expect(found(write(toml))).toEqual(expected === undefined ? [] : [expected]);
  });

  test("the same one in a script and in a variable", () => {
    const name = "${{ inputs.fast && 'p' || 'q' }}";
    const both = write(provider.replace('"p"', '"$P"').replace("providers.p", `providers.${name}`));
    expect(found(both, `P: ${name}`)).toEqual([]);
    expect(found(both, "P: ${{ inputs.name && 'p' || 'q' }}")).toEqual([unsure]);
  });
});

describe("a value that is known not to be empty", () => {
  const ifEmpty = (test: string): string => `${write(provider)}\nif ${test}; then ${write1}; fi`;

  test.each([
    ["[ -z \"${{ inputs.name || 'text' }}\" ]", []],
    ['[ -z "$NAME" ]', []],
    ['[ "$NAME" = "" ]', []],
    ['[ "${NAME:+set}" != set ]', []],
    ['[[ $NAME == "" || -z "${{ github.sha }}" ]]', []],
    ['case "$NAME" in "") true ;; *) false ;; esac', []],
    ['[ -z "${{ inputs.name }}" ]', [unsure]],
    ["[ -z \"${{ inputs.name || '' }}\" ]", [unsure]],
    ['[ -z "$(echo "$NAME" | tr -d x)" ]', [unsure]],
    ['! read -r NAME <<< "$NAME" || [ -z "$NAME" ]', [unsure]],
    ['[ "$NAME" = text ]', [unsure]],
  ])("%s", (condition, expected) => {
    expect(found(ifEmpty(condition), "NAME: ${{ inputs.name || 'text' }}")).toEqual(expected);
  });

  test("is not known of a variable that another command may have set", () => {
    const script = 'if [ "${{ inputs.fast }}" = true ]; then NAME=$(date); fi';
    expect(found(`${script}\n${ifEmpty('[ -z "$NAME" ]')}`, "NAME: ${{ inputs.name || 'text' }}")).toEqual([
      unsure,
    ]);
  });
});
