import { expect, test } from "vitest";
import { readOutputCommands, readPaths, readVariables } from "./file-commands.js";

test("parses variables in both formats", () => {
  expect(readVariables("A=1\n\nB=x=y\nC<<END\none\n\ntwo\nEND\nD=\nA=2\n")).toEqual({
    variables: { A: "2", B: "x=y", C: "one\n\ntwo", D: "" },
    error: undefined,
  });
  expect(readVariables("A<<E\r\none\r\nE\r\n").variables).toEqual({ A: "one" });
  expect(readVariables("A=b<<c\n").variables).toEqual({ A: "b<<c" });
});

test.each([
  ["A", "Invalid format 'A'"],
  ["=1", "Invalid format '=1'"],
  ["<<END\nEND", "Invalid format '<<END'"],
  ["A<<END\none\n", "Matching delimiter not found 'END'"],
])("rejects %j, as GitHub does, and keeps the variables before it", (text, message) => {
  const { variables, error } = readVariables(`B=1\n${text}`);
  expect(variables).toEqual({ B: "1" });
  expect(error).toContain(message);
});

test("parses one path per line", () => {
  expect(readPaths("/a\n\n/b b\n")).toEqual(["/a", "/b b"]);
});

test("decodes outputs of `::set-output`", () => {
  expect(
    readOutputCommands("x\n::set-output name=a::1%0A2%25\n ::set-output name=b::\nno ::set-output"),
  ).toEqual({
    a: "1\n2%",
    b: "",
  });
});
