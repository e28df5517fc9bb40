import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";
import { proxyConfig } from "./config-text.js";
import { file, refusal } from "./refusal.js";

describe("an invalid TOML file", () => {
  it("is refused with the location and the cause", () => {
    expect(refusal('model = "x"\r\nmodel_provider = [\r\n')).toEqual({
      kind: "invalidToml",
      message: "invalid value",
      line: 3,
      column: 1,
      offset: 33,
    });
  });

  it("is refused if a number exceeds 64 bits", () => {
    expect(refusal("\uFEFFa = 1\nb = 9223372036854775808")).toMatchObject({
      kind: "invalidToml",
      message: "integer beyond 64 bits",
      line: 2,
      column: 5,
      offset: 11,
    });
    expect(refusal("a = {\n  b = 1.5,\n  c = -9223372036854775809,\n}")).toMatchObject({
      line: 3,
      column: 7,
    });
  });

  it("is refused at its start if the location is unknown", () => {
    expect(refusal("a = 2021-02-30\nb = 9223372036854775808")).toMatchObject({
      message: "integer beyond 64 bits",
      line: 1,
      column: 1,
      offset: 0,
    });
  });

  it("is refused if it is nested deeper than Codex allows", () => {
    const nested = (depth: number): string => `a = ${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(codexOutcome({ config: proxyConfig({ root: nested(80) }) }).outcome).toBe("proxied");
    expect(refusal(proxyConfig({ root: nested(81) }))).toEqual({
      kind: "invalidToml",
      message: "nested too deep",
      line: 1,
      column: 1,
      offset: 0,
    });
    const tables = (depth: number): string => `[${"a.".repeat(depth - 1)}a]`;
    expect(codexOutcome({ config: proxyConfig({ tables: tables(80) }) }).outcome).toBe("proxied");
    expect(refusal(proxyConfig({ tables: tables(81) })).kind).toBe("invalidToml");
  });

  it.each([
    ['a = 1\n"a" = 2', ["a"], 2, 6],
    ["[t]\na = 1\na = 2", ["t", "a"], 3, 10],
    ["[t.u]\n[ t . 'u' ]", ["t", "u"], 2, 7],
    ["t = { a = 1, a = 2 }", ["a"], 1, 13],
    ["[t]\n  [t] # a", ["t"], 2, 7],
    ["'a b' = 1\n'a b' = 2", ["a b"], 2, 10],
    ["t = { 'a.b'.c = 1, \"a.b\" . c = 2 }", ["a.b", "c"], 1, 19],
    ['"\\u0061 b".c = 1\n"a b".c = 2', ["a b", "c"], 2, 17],
    ["__proto__ = 1\n__proto__ = 2", ["__proto__"], 2, 14],
    ["t = { a = 1 }\n[t.b]", ["t", "b"], 2, 15],
    ["\uFEFFa = 1\r\na = 2", ["a"], 2, 8],
  ])("is refused if a key or table is defined twice: %j", (config, path, line, offset) => {
    expect(refusal(config)).toMatchObject({ kind: "duplicateKey", path, line, offset, ...file });
  });
});
