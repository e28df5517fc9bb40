import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addEngineArgs,
  disableExternalDetection,
  giveDetectionItsEngine,
} from "../../../packages/core/src/sources/source-edits.js";

const args = ["-c", "a=b"];

/** A source with this front matter. */
const md = (frontMatter: string): string => `---\n${frontMatter}---\nBody\n`;

describe("arguments are added to", () => {
  test.each([
    ["a string", "engine: codex\n", 'engine:\n  id: codex\n  args:\n    - "-c"\n    - "a=b"\n'],
    [
      "a quoted string with a comment",
      `on: push\nengine:   "codex"   # why\n# below\nname: x\n`,
      `on: push\nengine:   # why\n  id: "codex"\n  args:\n    - "-c"\n    - "a=b"\n# below\nname: x\n`,
    ],
    [
      "a mapping",
      "engine:\n  id: codex # it\n  model: x # m\n\nname: x\n",
      'engine:\n  id: codex # it\n  model: x # m\n  args:\n    - "-c"\n    - "a=b"\n\nname: x\n',
    ],
    [
      "a mapping indented by four spaces that ends with a block scalar",
      "engine:\n    id: codex\n    env:\n        A: |\n            x\n            y\nname: x\n",
      'engine:\n    id: codex\n    env:\n        A: |\n            x\n            y\n    args:\n      - "-c"\n      - "a=b"\nname: x\n',
    ],
    ["a flow mapping", "engine: { id: codex }\n", 'engine: { id: codex, args: ["-c", "a=b"] }\n'],
    [
      "a list",
      "engine:\n  id: codex\n  args:\n  - --x # x\n  model: y\n",
      'engine:\n  id: codex\n  args:\n  - --x # x\n  - "-c"\n  - "a=b"\n  model: y\n',
    ],
    [
      "a flow sequence",
      "engine:\n  id: codex\n  args: [--x, '--y']\n",
      `engine:\n  id: codex\n  args: [--x, '--y', "-c", "a=b"]\n`,
    ],
    ["an empty list", "engine: {id: codex, args: []}\n", 'engine: {id: codex, args: ["-c", "a=b"]}\n'],
    [
      "an engine whose parts have anchors that nothing uses",
      "engine:\n  id: &id codex\n",
      'engine:\n  id: &id codex\n  args:\n    - "-c"\n    - "a=b"\n',
    ],
    [
      "an engine with an alias",
      "x: &m gpt\nengine:\n  id: codex\n  model: *m\n",
      'x: &m gpt\nengine:\n  id: codex\n  model: *m\n  args:\n    - "-c"\n    - "a=b"\n',
    ],
  ])("%s", (_name, before, after) => {
    expect(addEngineArgs(md(before), args)).toBe(md(after));
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    expect(addEngineArgs(crlf(md(before)), args)).toBe(crlf(md(after)));
  });

  test.each([
    ["an engine that is an alias", "x: &e\n  id: codex\nengine: *e\n"],
    ["an engine that an alias refers to", "engine: &e\n  id: codex\nx: *e\n"],
    ["a list that is an alias", "x: &a [--x]\nengine:\n  id: codex\n  args: *a\n"],
    ["arguments that are a string", "engine:\n  id: codex\n  args: --x\n"],
    ["a string on its own line", "engine:\n  codex\n"],
    ["no engine", "on: push\n"],
    ["an engine without a value", "engine:\non: push\n"],
    ["invalid YAML", "engine: [\n"],
    ["a string with an anchor", "engine: &e codex\n"],
  ])("but not to %s", (_name, before) => {
    expect(addEngineArgs(md(before), args)).toBeUndefined();
  });

  it("random front matter without other changes, or not at all", () => {
    const value = fc.constantFrom(
      "codex",
      '"codex"',
      "{id: codex}",
      "{ id: codex, model: x }",
      "\n  id: codex",
      "\n    id: codex\n    args: [x]",
    );
    const line = fc.constantFrom(
      "on: push",
      "# engine: x",
      "",
      "a:\n  - b\n  - engine: c",
      "text: |\n  engine: codex",
      "x: &x y",
      "z: *x",
    );
    fc.assert(
      fc.property(
        fc.array(line),
        value,
        fc.constantFrom("", " # c"),
        fc.array(line),
        (above, engine, comment, below) => {
          const unique = (lines: string[]): string[] => [...new Set(lines)];
          const lines = unique([...above, `engine: ${engine}${comment}`, ...below]);
          const before = md(`${lines.join("\n")}\n`);
          const after = addEngineArgs(before, args);
          if (after === undefined) return;
          // All other lines are still there.
          for (const [index, text] of lines.entries()) {
            if (!text.startsWith("engine:")) expect(after, String(index)).toContain(text);
          }
          expect(after).toMatch(/"-c"[^]*"a=b"/);
        },
      ),
    );
  });
});

describe("external detection is turned off", () => {
  test.each([
    ["without features", "on: push\n", "on: push\nfeatures:\n  gh-aw-detection: false\n"],
    [
      "next to other features",
      "features:\n  a: true # a\non: push\n",
      "features:\n  a: true # a\n  gh-aw-detection: false\non: push\n",
    ],
    [
      "if it is on",
      "features:\n  gh-aw-detection: true # on\n",
      "features:\n  gh-aw-detection: false # on\n",
    ],
  ])("%s", (_name, before, after) => {
    expect(disableExternalDetection(md(before))).toBe(md(after));
  });

  it("but not in features that are an alias", () => {
    expect(disableExternalDetection(md("x: &f\n  a: true\nfeatures: *f\n"))).toBeUndefined();
  });
});

describe("threat detection gets its own engine", () => {
  test.each([
    [
      "next to other outputs",
      "engine: codex\nsafe-outputs:\n  add-comment:\n",
      "engine: codex\nsafe-outputs:\n  add-comment:\n  threat-detection: { engine: codex }\n",
    ],
    [
      "with the settings of the engine",
      "engine:\n  id: codex\n  version: '0.121.0'\nsafe-outputs:\n  threat-detection:\n    prompt: Look.\n",
      "engine:\n  id: codex\n  version: '0.121.0'\nsafe-outputs:\n  threat-detection:\n    prompt: Look.\n    engine: { id: codex, version: '0.121.0' }\n",
    ],
    [
      "unless it has one",
      "engine: codex\nsafe-outputs:\n  threat-detection:\n    engine: claude\n",
      "engine: codex\nsafe-outputs:\n  threat-detection:\n    engine: claude\n",
    ],
  ])("%s", (_name, before, after) => {
    expect(giveDetectionItsEngine(md(before), md(before))).toBe(md(after));
  });

  test.each([
    ["without outputs", "engine: codex\n"],
    [
      "if the engine's settings do not fit on a line",
      "engine:\n  id: codex\n  env:\n    A: b\nsafe-outputs:\n  add-comment:\n",
    ],
    ["if it is just `true`", "engine: codex\nsafe-outputs:\n  threat-detection: true\n"],
  ])("but not %s", (_name, before) => {
    expect(giveDetectionItsEngine(md(before), md(before))).toBeUndefined();
  });
});
