import { describe, expect, it } from "vitest";
import { commandsIn, foldersIn } from "../../../packages/core/src/execution/file-commands.js";
import {
  type Content,
  displayOf,
  joinValues,
  textValue,
  type Unknown,
  unknownContent,
  unknownValue,
  type Value,
} from "../../../packages/core/src/shell/index.js";

const origin = { start: 0, end: 0 };
const named = (name: string): Unknown => ({ id: name, label: name, what: name, origin });
const x = named("$(x)");
const y = named("$(y)");

/** File content made of known and unknown parts. */
function content(...parts: readonly (string | Unknown)[]): Content {
  const expanded = joinValues(
    parts.map((part) => (typeof part === "string" ? textValue(part, origin) : unknownValue(part))),
  );
  return [{ kind: "known", expanded, origin }];
}

const shown = (values: ReadonlyMap<string, Value>): unknown =>
  Object.fromEntries([...values].map(([name, value]) => [name, displayOf(value)]));

describe("a file for `$GITHUB_ENV` or `$GITHUB_OUTPUT`", () => {
  // src/Runner.Worker/FileCommandManager.cs of github.com/actions/runner
  it.each([
    ["A=b\n", { A: "b" }],
    ["A=b", { A: "b" }],
    ["A=b=c\nB=\n\nA=d\n", { A: "d", B: "" }],
    ["A=b<<c\n", { A: "b<<c" }],
    ["A<<E\none\ntwo\nE\nB=c\n", { A: "one\ntwo", B: "c" }],
    ["A<<E\r\none\r\nE\r\n", { A: "one" }],
    ["A<<E\nE\n", { A: "" }],
    ["A<<E\nB=c\n\nE\n", { A: "B=c\n" }],
    ["A<<=\nx\n=\n", { A: "x" }],
    ["", {}],
  ])("sets variables: %j", (text, expected) => {
    const { rest, isRefused, values } = commandsIn(content(text));
    expect(shown(values)).toEqual(expected);
    expect({ rest, isRefused }).toEqual({ rest: undefined, isRefused: false });
  });

  it.each(["A b\n", "A<<E\nb\n", "<<E\nb\nE\n", "A<<\nb\n"])("is refused: %j", (text) => {
    expect(commandsIn(content(text)).isRefused).toBe(true);
  });

  it.each([
    ["B<<END\nlpha\nEND\nN=1\n", { A: "${A}", N: "1" }, false],
    ["B<<END\nlpha\n", { A: "${A}" }, false],
    ["B=c\nN=1\n", { A: "${A}", N: "1" }, false],
    ["B=c\nnothing\n", { A: "${A}" }, true],
    ["B=<<END\nN=1\n", { A: "${A}", N: "1" }, false],
  ])("reads what follows the lines of a program: %j", (text, expected, refused) => {
    const known = content("A=a\n");
    const { rest, isRefused, values } = commandsIn([...known, ...unknownContent(x), ...content(text)]);
    expect(shown(values)).toEqual(expected);
    expect({ isRefused, rest: rest?.id }).toEqual({ isRefused: refused, rest: x.id });
  });

  it("sets the variables before a refused line", () => {
    expect(shown(commandsIn(content("A=b\nnothing\nB=c\n")).values)).toEqual({ A: "b" });
  });

  it("sets variables with partly unknown values", () => {
    const { values, rest } = commandsIn(content("A=/tmp/", x, "/y\nB=", y, "\n"));
    expect(shown(values)).toEqual({ A: "/tmp/$(x)/y", B: "$(y)" });
    expect(rest).toBeUndefined();
  });

  it("may have an unknown delimiter", () => {
    const { values, rest } = commandsIn(content("A<<", x, "\nvalue\n", x, "\nB=c\n"));
    expect(shown(values)).toEqual({ A: "value", B: "c" });
    expect(rest).toBeUndefined();
  });

  it("sets no other variable than the one whose delimiter a program's lines cannot hold", () => {
    const read = (delimiter: string | Unknown): unknown => {
      const open = content("A=a\nB<<", delimiter, "\n");
      const close = content(delimiter, "\nC=c\n");
      const { rest, isRefused, values } = commandsIn([...open, ...unknownContent(y), ...close]);
      return { rest, isRefused, names: [...values.keys()], A: displayOf(values.get("A")!) };
    };
    expect(read(x)).toEqual({ rest: undefined, isRefused: false, names: ["A", "B", "C"], A: "a" });
    expect(read("EOF")).toMatchObject({ rest: y, isRefused: false, A: "${A}" });
  });

  it("may set any variable if a name is unknown", () => {
    expect(commandsIn(content(x, "\n"))).toMatchObject({ rest: x, isRefused: false });
    expect(commandsIn(content("N", x, "=b\n")).rest).toEqual(x);
    expect(commandsIn(content("A<<E\n", x)).rest).toEqual(x);
  });

  it("may overwrite earlier variables if a program writes unknown lines", () => {
    const written = [...content("A=b\n"), ...unknownContent(x), ...content("B=c\nC=d\n")];
    const { values, rest } = commandsIn(written);
    expect(rest).toEqual(x);
    expect(shown(values)).toEqual({ A: "${A}", C: "d" });
  });
});

it("a file for `$GITHUB_PATH` has one folder per line", () => {
  expect(foldersIn(content("/a\n\n/b/", x, "\n")).map(displayOf)).toEqual(["/a", "/b/$(x)"]);
});
