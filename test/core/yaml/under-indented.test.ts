import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../packages/core/src/yaml/index.js";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import { expectProperty } from "../../support/property.js";

/** The value of `key` in the mapping that is the value of `a`, and the problems of the text. */
function read(text: string, key = "b"): { value: unknown; problems: readonly string[] } {
  const { root, problems } = parseYaml(text);
  const outer = root?.kind === "mapping" ? root.entries()[0]?.value : undefined;
  const entry = outer?.kind === "mapping" ? outer.entries().find((one) => one.key === key) : undefined;
  const value = entry?.value?.kind === "scalar" ? entry.value.value : entry?.value?.kind;
  return { value, problems: problems.map(({ message }) => message) };
}

// Each value was read by PyYAML 6.0 and go-yaml.
describe("quoted scalars with under-indented lines are read the way libyaml reads them:", () => {
  test.each([
    ["single quotes", "a:\n  b: 'x\n\n**y**:\n- z\n'\n  c: 1\n", "x\n**y**: - z "],
    ["double quotes", 'a:\n  b: "x\n\ny\n z\\n\\"q\\""\n  c: 1\n', 'x\ny z\n"q"'],
    ["a comment sign", "a:\n  b: 'x\n# y\n'\n  c: 1\n", "x # y "],
    ["a doubled quote", "a:\n  b: 'x\nit''s'\n  c: 1\n", "x it's"],
    ["a directive sign", "a:\n  b: 'x\n%y'\n  c: 1\n", "x %y"],
    ["CRLF", "a:\r\n  b: 'x\r\n\r\ny'\r\n  c: 1\r\n", "x\ny"],
  ])("%s", (_, text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
    expect(read(text, "c")).toEqual({ value: "1", problems: [] });
  });

  test("several in one file", () => {
    const text = "a:\n  b: 'x\ny'\n  c: 'x\n\nz'\n  d: \"\nq\"\n";
    expect(["b", "c", "d"].map((key) => read(text, key).value)).toEqual(["x y", "x\nz", " q"]);
  });

  test("a document marker ends the document", () => {
    expect(read("a:\n  b: '\n---\n'\n").problems).not.toEqual([]);
  });

  test("an unclosed quote is a problem", () => {
    expect(read("a:\n  b: 'x\ny\n").problems).not.toEqual([]);
  });
});

describe("flow collections with under-indented lines are read the way libyaml reads them:", () => {
  test.each([
    ["a mapping", "a:\n  b: {\nx: 1, # not }\ny: '}'\n}\n  c: 1\n", "mapping"],
    ["a sequence", "a:\n  b: [\n1,\n2\n]\n  c: 1\n", "sequence"],
    ["only the closing bracket under-indented", "a:\n  b: {\n    x: 1\n}\n  c: 1\n", "mapping"],
    ["nested collections", "a:\n  b: [\n{ x: 1 },\n[2,\n3]\n]\n  c: 1\n", "sequence"],
  ])("%s", (_, text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
    expect(read(text, "c")).toEqual({ value: "1", problems: [] });
  });

  test("a scalar with under-indented lines inside a collection", () => {
    expect(read("a: {\nb: 'x\n\ny' }\n")).toEqual({ value: "x\ny", problems: [] });
  });

  test("an unclosed bracket is a problem", () => {
    expect(read("a:\n  b: [\n1\n").problems).not.toEqual([]);
  });
});

test("a comment may follow a quoted scalar without a space, as in libyaml", () => {
  expect(read("a:\n  b: 'x'#c\n")).toEqual({ value: "x", problems: [] });
});

test("the text after an under-indented scalar keeps its locations", () => {
  const text = "jobs:\n  awf:\n    env:\n      A: '\n\n**x**\n'\n    steps:\n      - run: echo hi\n";
  const [job] = parseWorkflow(text).jobs;
  const [step] = job?.steps ?? [];
  expect(job?.env.get("A")?.value).toBe("\n**x** ");
  expect(step?.run?.source).toBe("echo hi");
  expect(text.slice(step?.run?.span.start, step?.run?.span.end)).toBe("echo hi");
});

test("the indentation of a quoted scalar's lines does not change its value", () => {
  const line = fc.stringMatching(/^[a-z*#%:{}[\],] ?[a-z*#:-]{0,5}$/);
  expectProperty(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom("'", '"'), (lines, quote) => {
      const write = (indentation: string): string =>
        `a:\n  b: ${quote}x\n${lines.map((one) => indentation + one).join("\n")}${quote}\n  c: 1\n`;
      expect(read(write(""))).toEqual(read(write("    ")));
    }),
  );
});
