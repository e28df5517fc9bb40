import { describe, expect, it } from "vitest";
import {
  containerEnvironment,
  readEnvFileLine,
  readEnvironmentWords,
  type EnvironmentOptions,
} from "../../../packages/core/src/awf/index.js";

const host = new Map([
  ["HOME", "/tmp/home"],
  ["CODEX_HOME", "/tmp/codex"],
  ["PATH", "/usr/bin"],
  ["PWD", "/work"],
  ["OPENAI_API_KEY", "sk-real"],
  ["GITHUB_TOKEN", "ghs"],
  ["XDG_CONFIG_HOME", "/tmp/xdg"],
  ["https_proxy", "http://corporate"],
  ["SUDO_USER", "runner"],
]);

function environment(
  options: Partial<EnvironmentOptions<string>> = {},
  isStartedBySudo = true,
): Readonly<Record<string, string>> {
  const defaults = { passesEnvironment: false, excluded: new Set<string>(), hasApiProxy: true };
  const all = {
    ...defaults,
    variables: new Map<string, string>(),
    file: new Map<string, string>(),
    ...options,
  };
  return Object.fromEntries(containerEnvironment({ variables: host, isStartedBySudo }, all, (text) => text));
}

describe("the environment of AWF's container", () => {
  it("has only HOME and XDG_CONFIG_HOME without --env-all", () => {
    expect(environment()).toEqual({ HOME: "/home/runner", XDG_CONFIG_HOME: "/tmp/xdg" });
  });

  it("inherits AWF's variables with --env-all, except credentials and those that the container sets itself", () => {
    expect(environment({ passesEnvironment: true })).toEqual({
      HOME: "/home/runner",
      CODEX_HOME: "/tmp/codex",
      XDG_CONFIG_HOME: "/tmp/xdg",
    });
  });

  it("includes API keys and tokens if there is no API proxy", () => {
    expect(environment({ hasApiProxy: false })).toMatchObject({
      OPENAI_API_KEY: "sk-real",
      GITHUB_TOKEN: "ghs",
    });
  });

  it("keeps HOME if AWF is not started by sudo", () => {
    expect(environment({}, false)).toMatchObject({ HOME: "/tmp/home" });
  });

  it("takes variables from --env over AWF's, except API keys and those excluded by --exclude-env", () => {
    const variables = new Map([
      ["CODEX_HOME", "/tmp/other"],
      ["HOME", "/tmp/mine"],
      ["OPENAI_API_KEY", "x"],
      ["NO_PROXY", "localhost"],
    ]);
    expect(environment({ passesEnvironment: true, variables })).toEqual({
      HOME: "/tmp/mine",
      CODEX_HOME: "/tmp/other",
      XDG_CONFIG_HOME: "/tmp/xdg",
      NO_PROXY: "localhost",
    });
    expect(environment({ variables, excluded: new Set(["CODEX_HOME"]) })).not.toHaveProperty("CODEX_HOME");
  });

  it("takes variables from --env-file unless something else sets them", () => {
    const file = new Map([
      ["CODEX_HOME", "/tmp/file"],
      ["A", "b"],
      ["HOME", "/nowhere"],
    ]);
    expect(environment({ file })).toMatchObject({ CODEX_HOME: "/tmp/file", A: "b", HOME: "/home/runner" });
    expect(environment({ file, passesEnvironment: true })).toMatchObject({
      CODEX_HOME: "/tmp/codex",
      A: "b",
    });
  });

  it("lacks variables named by --exclude-env", () => {
    expect(environment({ passesEnvironment: true, excluded: new Set(["CODEX_HOME"]) })).not.toHaveProperty(
      "CODEX_HOME",
    );
  });
});

describe("AWF's environment options", () => {
  const read = (line: string): unknown => {
    const words = line.split(" ");
    const { variables, file, invalid, ...rest } = readEnvironmentWords(
      words.map((value) => ({ value, knownLength: value.length, hasLines: value.includes("\n") })),
    );
    return {
      ...rest,
      variables: variables.map(({ name, word, offset }) => [name, (words[word] ?? "").slice(offset)]),
      file: file && (words[file.word] ?? "").slice(file.offset),
      invalid: invalid && (words[invalid.word] ?? "").slice(invalid.offset),
    };
  };
  const nothing = {
    passesEnvironment: false,
    variables: [],
    excluded: [],
    file: undefined,
    invalid: undefined,
  };

  it.each([
    ["--env-all", { passesEnvironment: true }],
    ["--env A=b=c", { variables: [["A", "b=c"]] }],
    [
      "--env=A=b -e C= -eD=e",
      {
        variables: [
          ["A", "b"],
          ["C", ""],
          ["D", "e"],
        ],
      },
    ],
    ["--exclude-env A --exclude-env=B", { excluded: ["A", "B"] }],
    ["--env-file x --env-file=/tmp/y", { file: "/tmp/y" }],
    ["--env CODEX_HOME --enable-api-proxy", { invalid: "CODEX_HOME" }],
    ["--enable-api-proxy --env-allowed x", {}],
  ])("are read from: %s", (line, expected) => {
    expect(read(line)).toEqual({ ...nothing, ...expected });
  });
});

it.each([
  ["A=b", "A", "b"],
  ["  A='b' # c", "A", "'b' # c"],
  ["A=", "A", ""],
])("the line %j of an env file sets a variable", (line, name, value) => {
  const found = readEnvFileLine(line);
  expect(found && [found.name, line.slice(found.offset)]).toEqual([name, value]);
});

it.each(["# A=b", "", "export A=b", "1A=b", "A"])("the line %j of an env file sets nothing", (line) => {
  expect(readEnvFileLine(line)).toBeUndefined();
});
