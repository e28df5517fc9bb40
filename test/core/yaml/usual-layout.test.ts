import fc from "fast-check";
import { expect, test } from "vitest";
import { parseWithParser, parseYaml } from "../../../packages/core/src/yaml/parse.js";
import type { YamlNode } from "../../../packages/core/src/yaml/index.js";
import { outlineOf } from "../../../packages/core/src/workflow/outline.js";
import { damaged } from "../../support/arbitraries/damage.js";
import { lockFiles } from "../../support/arbitraries/lock-files.js";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { expectProperty } from "../../support/property.js";
import { labelledFiles } from "../../support/shared.js";
import { readUsualLayout } from "../../../packages/core/src/yaml/usual-layout.js";

/** A node without functions. */
function plain(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case "mapping":
      return { ...node, entries: node.entries().map((entry) => ({ ...entry, value: plain(entry.value) })) };
    case "sequence":
      return { ...node, items: node.items().map(plain) };
    case "scalar":
    case undefined:
      return node;
  }
}

function expectSame(text: string): void {
  const expected = parseWithParser(text, 7);
  const read = parseYaml(text, 7);
  expect(plain(read.root), text).toEqual(plain(expected.root));
  expect(read.problems, text).toEqual(expected.problems);
  expect(read.hasAliases, text).toBe(expected.hasAliases);
}

/** The whole text, and the parts that are parsed by themselves. */
function partsOf(text: string): readonly string[] {
  const outline = outlineOf(text);
  const { on, env, defaults, jobs } = outline ?? { jobs: [] };
  const entries = [on, env, defaults, ...jobs].filter((entry) => entry !== undefined);
  return [text, ...entries.map(({ span }) => text.slice(span.start, span.end))];
}

test.each([
  "a: b\n",
  "a: b",
  "a: b # c\nd: 'e'   # f\n\ng: \"h\"\n# i\n",
  "a:\n    b: c\n\n  # d\n",
  "a:\n  b: c\n  # d\ne: f\n",
  "a:\n  b: c\n   # d\n",
  "a:\n# b\n  c: d\n",
  "a: |\n  b\n\n    c\n\n\nd: |-\n  e\n",
  "a: |\n\n  b\n",
  "a: |\n   \n  b\n",
  "a: |\n  b\n     \n",
  "a: |\n    b\n  c\n",
  "a: |\n  b",
  "a: |\n# b\nc: d\n",
  "a: |2\n   b\n",
  "a: |+\n  b\n\n",
  "a:\n  b: |2\n      c\n",
  "a:\n  - b: >1-\n       c\n      d\n",
  "a: >-\n  b\n  c\nd: e\n",
  "a:\n  - b: |\n      c\n    d: e\n\n  - f:\n      g: h # i\n    # j\n",
  "a:\n- b\n- 'c' # d\ne: f\n",
  "a:\n  - b\n  c\n",
  "a: b\n  c\n",
  "a: b\n   # c\nd: e\n",
  "a: [b,\n  c]\nd: { e: f, e: g }\n",
  "a: &b c\nd: *b\n",
  "a:\nb: c\n",
  "a: ~\nb: null\n",
  "a: b: c\n",
  "a: b:\n",
  "a: b\na: c\n",
  'a: "b\\n"\nc: "d\n  e"\n',
  "a: 'b''c'\n",
  "a: \tb\n",
  "a: b\t# c\n",
  "a: b\r\nc: d\r\n",
  "\uFEFFa: b\n",
  "a: b\n---\nc: d\n",
  "- a\n- b: c\n",
  "",
  "# a\n",
])("reads %j like the parser", (text) => {
  expectSame(text);
});

const indentation = fc.constantFrom("", "", "  ", "  ", "    ", "      ", "   ");
const key = fc.constantFrom(
  "a: ",
  "b: ",
  "run: ",
  "'c d': ",
  '"e": ',
  "- a: ",
  "- ",
  "-   b: ",
  "",
  "a:",
  "b:",
  "- c:",
);
const value = fc.constantFrom(
  "",
  "",
  "x",
  "x y",
  "x # y",
  "'x'",
  '"x" # y',
  '"x\\n"',
  "| # x",
  "|",
  "|-",
  ">",
  "|2",
  "|+",
  "[x]",
  "x: y",
  "'x",
  "# x",
  "x\t",
  "*x",
  "&x y",
  "!x y",
  "-",
  "- x",
  "? x",
  "{x: y}",
  "1",
  "$x",
  "x'",
  "~",
  "<x",
  "---",
  "x:",
);
const lines = fc
  .array(
    fc.tuple(indentation, key, value).map((parts) => parts.join("")),
    { minLength: 1, maxLength: 9 },
  )
  .chain((all) => fc.constantFrom("\n", "").map((end) => all.join("\n") + end));

test("reads any lines like the parser", () => {
  let count = 0;
  expectProperty(
    fc.property(lines, (text) => {
      expectSame(text);
      if (readUsualLayout(text, 0, () => undefined)) count++;
    }),
    5,
  );
  expect(count).toBeGreaterThan(0);
});

test("reads damaged lock files like the parser", () => {
  expectProperty(
    fc.property(damaged(lockFiles), (text) => {
      partsOf(text).forEach(expectSame);
    }),
    0.3,
  );
});

test("reads the jobs of all generations, and of real lock files, without the parser", () => {
  const texts = [
    ...Object.keys(generations).map((compiler) => lockFile({ compiler: compiler as Compiler })),
    ...labelledFiles().map(({ text }) => text),
  ];
  for (const text of texts) {
    partsOf(text).forEach(expectSame);
    for (const { span } of outlineOf(text)?.jobs ?? []) {
      const job = text.slice(span.start, span.end);
      const placeholder: YamlNode = { kind: "sequence", span: { start: 0, end: 0 }, items: () => [] };
      const read = readUsualLayout(job, 0, ({ end }) => ({ ...placeholder, span: { start: end, end } }));
      expect(read, job.slice(0, 300)).toBeDefined();
    }
  }
});
