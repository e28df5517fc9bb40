import { describe, expect, it } from "vitest";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import { numberText } from "../../../packages/core/src/yaml/index.js";

/** The value of an environment variable in a step. */
function variable(value: string): string | undefined {
  return parseWorkflow(`env:\n  X: ${value}\njobs:\n`).env.get("X")?.value;
}

describe("a scalar in an environment variable", () => {
  // The core schema of YAML 1.2, and .NET's format G15: https://github.com/actions/runner, YamlObjectReader.
  it.each([
    ["True", "true"],
    ["FALSE", "false"],
    ["yes", "yes"],
    ["'True'", "True"],
    ["null", ""],
    ["~", ""],
    ["", ""],
    ["1.0", "1"],
    ["0.120", "0.12"],
    ["0.118.0", "0.118.0"],
    ["'0.120'", "0.120"],
    ["0x10", "16"],
    ["0o17", "15"],
    ["017", "17"],
    ["1e3", "1000"],
    ["-1.50", "-1.5"],
    ["+5", "5"],
    [".5", "0.5"],
    ["1_000", "1_000"],
    ["12345678901234567890", "1.23456789012346E+19"],
    [".inf", "Infinity"],
    ["0.1.0-alpha", "0.1.0-alpha"],
  ])("%s has the value %s", (written, text) => {
    expect(variable(written)).toBe(text);
  });

  it("has a location but cannot be edited if its value differs from its source", () => {
    const file = "env:\n  X: True\n";
    const text = parseWorkflow(file).env.get("X")?.text;
    expect(text?.text).toBe("true");
    expect(text?.startInFile(0)).toBe(file.indexOf("True"));
    expect(text?.edit(0, 4, "false")).toBeUndefined();
  });
});

describe("a number", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1e14, "100000000000000"],
    [1e15, "1E+15"],
    [0.0001, "0.0001"],
    [0.00001, "1E-05"],
    [-0, "0"],
    [123456789012345680, "1.23456789012346E+17"],
  ])("%d is formatted as %s", (number, text) => {
    expect(numberText(number)).toBe(text);
  });
});
