import { describe, expect, it } from "vitest";
import {
  findAllKeys,
  findKeys,
  firstTableOffset,
  locateKey,
  locateSegments,
  locateTable,
} from "../../../packages/core/src/toml/index.js";

const config = [
  "# config",
  'model_provider = "p"',
  "a.b.'c d' = 1",
  "",
  "  [ model_providers . p ]  # the provider",
  '"name" = "model_provider"',
  "http = { model_provider = { model_provider = 1 } }",
  "[[list]]",
  "model_provider = [ { model_provider = 2 } ]",
  "x.y = 1",
  "lines = {",
  "  z = 1,",
  "}",
].join("\n");

/** The same file in the spellings that TOML allows. */
const spellings = [
  ["LF", config],
  ["CRLF", config.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${config}`],
] as const;

describe.each(spellings)("a TOML file with %s", (_, text) => {
  const sliceOf = (span: { readonly start: number; readonly end: number } | undefined): string | undefined =>
    span && text.slice(span.start, span.end);

  it.each([
    [["model_provider"], "model_provider"],
    [["a", "b", "c d"], "a.b.'c d'"],
    [["a", "b"], "a.b"],
    [["model_providers", "p", "name"], '"name"'],
    [["model_providers", "p"], "model_providers . p"],
    [["model_providers", "p", "http", "model_provider"], "model_provider"],
    [["list"], "list"],
    [["list", "x", "y"], "x.y"],
    [["list", "x"], "x"],
    [["list", "lines", "z"], "z"],
  ])("has a key at %j", (path, written) => {
    expect(sliceOf(locateKey(text, path))).toBe(written);
  });

  it.each([[["model"]], [["model_providers", "name"]], [[]]])("has no key at %j", (path) => {
    expect(locateKey(text, path)).toBeUndefined();
  });

  it("has keys of the same name at several levels", () => {
    const found = findKeys(text, "model_provider").map(
      ({ path, key, expression, inInlineTable, dotted }) => ({
        path: path.join("/"),
        key: sliceOf(key),
        expression: sliceOf(expression),
        inInlineTable,
        dotted,
      }),
    );
    const key = "model_provider";
    expect(found).toEqual([
      { path: key, key, expression: 'model_provider = "p"', inInlineTable: false, dotted: false },
      {
        path: "model_providers/p/http/model_provider",
        key,
        expression: "model_provider = { model_provider = 1 }",
        inInlineTable: true,
        dotted: false,
      },
      {
        path: "model_providers/p/http/model_provider/model_provider",
        key,
        expression: "model_provider = 1",
        inInlineTable: true,
        dotted: false,
      },
      {
        path: "list/model_provider",
        key,
        expression: "model_provider = [ { model_provider = 2 } ]",
        inInlineTable: false,
        dotted: false,
      },
      {
        path: "list/model_provider/model_provider",
        key,
        expression: "model_provider = 2",
        inInlineTable: true,
        dotted: false,
      },
    ]);
  });

  it("has a dotted key", () => {
    expect(findKeys(text, "c d")).toMatchObject([{ path: ["a", "b", "c d"], dotted: true }]);
  });

  it("has the offset of its first table header", () => {
    const offset = firstTableOffset(text) ?? 0;
    expect(text.slice(offset).startsWith("  [ model_providers")).toBe(true);
  });

  it("has a table that is located by the line of its header", () => {
    expect(sliceOf(locateTable(text, ["model_providers", "p"]))).toBe(
      "  [ model_providers . p ]  # the provider",
    );
    expect(locateTable(text, ["model_providers"])).toBeUndefined();
  });
});

describe("a TOML file", () => {
  it("without table headers has no first header", () => {
    expect(firstTableOffset('model = "x"')).toBeUndefined();
    expect(firstTableOffset("")).toBeUndefined();
  });

  it("that is invalid has no keys", () => {
    expect(locateKey("a = ", ["a"])).toBeUndefined();
    expect(locateTable("[a", ["a"])).toBeUndefined();
    expect(findKeys("a = 1 b", "a")).toEqual([]);
    expect(firstTableOffset("[a")).toBeUndefined();
    expect(locateSegments("[a", ["a"])).toEqual([]);
    expect(findAllKeys("a = ")).toEqual([]);
  });

  it("that is nested too deeply for Codex has only keys down to the depth that Codex reads", () => {
    const keys = findAllKeys(`${"a = { ".repeat(90)}b = 1${" }".repeat(90)}`);
    expect(keys).toHaveLength(81);
    expect(keys.at(-1)?.path).toHaveLength(81);
  });
});

describe("the first table header", () => {
  it("starts after a byte order mark", () => {
    expect(firstTableOffset("\uFEFF[a]")).toBe(1);
    expect(firstTableOffset("[a]")).toBe(0);
    expect(locateTable("[a]", ["a"])).toEqual({ start: 0, end: 3 });
  });
});
