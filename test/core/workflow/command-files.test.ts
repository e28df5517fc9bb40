import { describe, expect, it } from "vitest";
import { unknown } from "../../../packages/core/src/workflow/expressions/index.js";
import { readCommandFile, readPathFile } from "../../../packages/core/src/workflow/index.js";

const x = unknown("$(x)");
const y = unknown("$(y)");

describe("a file of names and values", () => {
  // src/Runner.Worker/FileCommandManager.cs of github.com/actions/runner
  it.each([
    ["A=b\n", { A: "b" }],
    ["A=b", { A: "b" }],
    ["A=b=c\nB=\n\nA=d\n", { A: "d", B: "" }],
    ["A=b<<c\n", { A: "b<<c" }],
    ["A<<E\none\ntwo\nE\nB=c\n", { A: "one\ntwo", B: "c" }],
    ["A<<E\nE\n", { A: "" }],
    ["A<<E\nB=c\n\nE\n", { A: "B=c\n" }],
    ["A<<=\nx\n=\n", { A: "x" }],
    ["", {}],
  ])("%j", (content, values) => {
    const { rest, isRefused, ...read } = readCommandFile([content]);
    expect(
      Object.fromEntries(
        [...read.values].map(([name, parts]) => [
          name,
          parts.map((part) => (typeof part === "string" ? part : part.source)).join(""),
        ]),
      ),
    ).toEqual(values);
    expect({ rest, isRefused }).toEqual({ rest: undefined, isRefused: false });
  });

  it.each(["A b\n", "A<<E\nb\n", "<<E\nb\nE\n", "A<<\nb\n"])("%j is refused", (content) => {
    expect(readCommandFile([content]).isRefused).toBe(true);
  });

  it("keeps what comes before a refused line", () => {
    expect([...readCommandFile(["A=b\nnothing\nB=c\n"]).values.keys()]).toEqual(["A"]);
  });

  it("has parts in values that are not known", () => {
    const { values, rest } = readCommandFile(["A=/tmp/", x, "/y\nB=", y, "\n"]);
    expect([...values]).toEqual([
      ["A", ["/tmp/", x, "/y"]],
      ["B", [y]],
    ]);
    expect(rest).toBeUndefined();
  });

  it("finds a delimiter that is not known", () => {
    const { values, rest } = readCommandFile(["A<<", x, "\nvalue\n", x, "\nB=c\n"]);
    expect([...values]).toEqual([
      ["A", ["value"]],
      ["B", ["c"]],
    ]);
    expect(rest).toBeUndefined();
  });

  it("may set anything where a name is not known", () => {
    expect(readCommandFile(["A=b\n", x, "\n"])).toMatchObject({ rest: x, isRefused: false });
    expect(readCommandFile(["N", x, "=b\n"]).rest).toBe(x);
    expect(readCommandFile(["A<<E\n", x]).rest).toBe(x);
  });
});

it("reads folders, a line each", () => {
  expect(readPathFile(["/a\n\n/b/", x, "\n"])).toEqual([["/a"], ["/b/", x]]);
});
