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

/** A content that the shell wrote of known and unknown parts. */
function content(...parts: readonly (string | Unknown)[]): Content {
  const expanded = joinValues(
    parts.map((part) => (typeof part === "string" ? textValue(part, origin) : unknownValue(part))),
  );
  return [{ kind: "known", expanded, origin }];
}

const shown = (values: ReadonlyMap<string, Value>): unknown =>
  Object.fromEntries([...values].map(([name, value]) => [name, displayOf(value)]));

describe("a file of names and values", () => {
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
  ])("%j", (text, expected) => {
    const { rest, isRefused, values } = commandsIn(content(text));
    expect(shown(values)).toEqual(expected);
    expect({ rest, isRefused }).toEqual({ rest: undefined, isRefused: false });
  });

  it.each(["A b\n", "A<<E\nb\n", "<<E\nb\nE\n", "A<<\nb\n"])("%j is refused", (text) => {
    expect(commandsIn(content(text)).isRefused).toBe(true);
  });

  it("keeps what comes before a refused line", () => {
    expect(shown(commandsIn(content("A=b\nnothing\nB=c\n")).values)).toEqual({ A: "b" });
  });

  it("has parts in values that are not known", () => {
    const { values, rest } = commandsIn(content("A=/tmp/", x, "/y\nB=", y, "\n"));
    expect(shown(values)).toEqual({ A: "/tmp/$(x)/y", B: "$(y)" });
    expect(rest).toBeUndefined();
  });

  it("finds a delimiter that is not known", () => {
    const { values, rest } = commandsIn(content("A<<", x, "\nvalue\n", x, "\nB=c\n"));
    expect(shown(values)).toEqual({ A: "value", B: "c" });
    expect(rest).toBeUndefined();
  });

  it("may set anything where a name is not known", () => {
    expect(commandsIn(content(x, "\n"))).toMatchObject({ rest: x, isRefused: false });
    expect(commandsIn(content("N", x, "=b\n")).rest).toBe(x);
    expect(commandsIn(content("A<<E\n", x)).rest).toBe(x);
  });

  it("may set again what was set before, where a program wrote lines that are not known", () => {
    const written = [...content("A=b\n"), ...unknownContent(x), ...content("B=c\nC=d\n")];
    const { values, rest } = commandsIn(written);
    expect(rest).toBe(x);
    expect(shown(values)).toEqual({ A: "${A}", C: "d" });
  });
});

it("reads folders, a line each", () => {
  expect(foldersIn(content("/a\n\n/b/", x, "\n")).map(displayOf)).toEqual(["/a", "/b/$(x)"]);
});
