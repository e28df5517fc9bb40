import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import {
  findKeys,
  firstTableOffset,
  locateKey,
  locateTable,
} from "../../../../packages/core/src/toml/index.js";
import { expectProperty } from "../../../support/property.js";

interface Provider {
  readonly id: string;
  readonly selected: string;
  readonly fields: Readonly<Record<string, string | boolean>>;
}

const provider: fc.Arbitrary<Provider> = fc.record({
  id: fc.constantFrom("p", "openai-proxy", "openai", "amazon-bedrock", "a b", "é"),
  selected: fc.constantFrom("p", "openai-proxy", "openai", "a b", "é", ""),
  fields: fc.record(
    {
      name: fc.constantFrom("X", "", " "),
      base_url: fc.constantFrom("http://172.30.0.30:10000", "https://api.openai.com/v1", "", "x"),
      env_key: fc.constantFrom("OPENAI_API_KEY", "UNSET"),
      supports_websockets: fc.boolean(),
      wire_api: fc.constantFrom("responses", "chat"),
    },
    { requiredKeys: [] },
  ),
});

const quoted = (text: string): string => JSON.stringify(text);
const escaped = (text: string): string =>
  `"${Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"`;

/** The same configuration in different spellings that TOML allows. */
const spellings: readonly ((provider: Provider) => string)[] = [
  ({ id, selected, fields }) =>
    [
      `model_provider = ${quoted(selected)}`,
      `[model_providers.${quoted(id)}]`,
      ...Object.entries(fields).map(([key, value]) => `${key} = ${JSON.stringify(value)}`),
    ].join("\n"),
  ({ id, selected, fields }) =>
    [
      `${quoted("model_provider")} = ${escaped(selected)}`,
      `[ ${quoted("model_providers")} . ${escaped(id)} ] # provider`,
      ...Object.entries(fields).map(([key, value]) => `\t${quoted(key)}=${JSON.stringify(value)}`),
    ].join("\r\n"),
  ({ id, selected, fields }) =>
    [
      `\uFEFFmodel_providers.${quoted(id)} = {}`.replace(
        " = {}",
        Object.keys(fields).length === 0 ? " = {}" : "",
      ),
      ...Object.entries(fields).map(
        ([key, value]) => `model_providers . ${quoted(id)} . ${key} = ${JSON.stringify(value)}`,
      ),
      `model_provider = ${quoted(selected)}`,
    ]
      .filter((line, index) => index > 0 || line.endsWith("{}"))
      .join("\n"),
  ({ id, selected, fields }) => {
    const pairs = Object.entries(fields).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
    return `model_provider = '${selected}'\nmodel_providers = { ${quoted(id)} = { ${pairs.join(", ")} } }\n`;
  },
];

describe("the TOML spelling of a configuration", () => {
  it("does not change the outcome", () => {
    expectProperty(
      fc.property(
        provider,
        fc.constantFrom("0.98.0", "0.115.0", "0.118.0", "0.122.0", "0.123.0", "0.169.0"),
        (given, codexVersion) => {
          const [first, ...others] = spellings.map((spell) =>
            codexOutcome({ config: spell(given), codexVersion }),
          );
          for (const other of others) expect(other).toEqual(first);
        },
      ),
    );
  });
});

describe("arbitrary text", () => {
  const fragment = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "model_provider",
      "[model_providers.p]\n",
      "=",
      '"""',
      "'",
      "{",
      "[",
      "\r",
      "\n",
      "\uFEFF",
      ".",
      "#",
    ),
  );
  const text = fc.array(fragment, { maxLength: 20 }).map((fragments) => fragments.join(""));

  it("has an outcome as configuration, version, arguments, and environment", () => {
    expectProperty(
      fc.property(
        text,
        text,
        fc.array(text),
        fc.dictionary(text, text),
        (config, codexVersion, args, env) => {
          const words = args.flatMap((word) => ["-c", word]);
          expect(codexOutcome({ config, codexVersion, args: words, env }).outcome).toBeTypeOf("string");
          expect(codexOutcome({ config, codexVersion, args, env }).outcome).toBeTypeOf("string");
        },
      ),
    );
  });

  it("can be searched for keys", () => {
    expectProperty(
      fc.property(text, fc.array(text), (config, path) => {
        locateKey(config, path);
        locateTable(config, path);
        firstTableOffset(config);
        expect(findKeys(config, path[0] ?? "")).toBeInstanceOf(Array);
      }),
    );
  });

  it.each([
    ["a.".repeat(100_000) + "a = 1"],
    ["a = " + "[".repeat(100_000) + "]".repeat(100_000)],
    ["a = " + "[".repeat(3_000) + "]".repeat(3_000)],
    ["a = " + "{ a = ".repeat(100_000)],
    ["[" + "a.".repeat(100_000) + "a]"],
  ])("may be nested extremely deeply", (config) => {
    expect(codexOutcome({ config }).outcome).toBeTypeOf("string");
    expect(codexOutcome({ args: ["-c", config] }).outcome).toBeTypeOf("string");
    expect(findKeys(config, "b")).toEqual([]);
    expect(locateKey(config, ["b"])).toBeUndefined();
  });
});
