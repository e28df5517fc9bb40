import fc from "fast-check";
import { expect, test } from "vitest";
import { parseYAML, traverseNodes, type AST } from "yaml-eslint-parser";
import { parseWorkflow, type Workflow } from "../../../packages/core/src/workflow/index.js";
import { damaged } from "../../support/arbitraries/damage.js";
import { lockFiles } from "../../support/arbitraries/lock-files.js";
import { cases, expectProperty } from "../../support/property.js";
import { labelledFiles } from "../../support/shared.js";

type Range = readonly [number, number];

/** The locations of keys, and the scalars by offset, as eslint-plugin-yml's parser reads them. */
interface Places {
  readonly keys: ReadonlySet<string>;
  readonly scalars: ReadonlyMap<number, AST.YAMLScalar>;
}

const nameOf = ([start, end]: Range): string => `${start}-${end}`;

/** `undefined` if that parser reports an error. */
function placesOf(text: string): Places | undefined {
  const keys = new Set<string>();
  const scalars = new Map<number, AST.YAMLScalar>();
  let program: AST.YAMLProgram;
  try {
    program = parseYAML(text);
  } catch {
    return undefined;
  }
  traverseNodes(program, {
    enterNode(node) {
      if (node.type === "YAMLPair" && node.key) keys.add(nameOf(node.key.range));
      if (node.type === "YAMLScalar") scalars.set(node.range[0], node);
    },
    leaveNode: () => undefined,
  });
  return { keys, scalars };
}

/** Compares every location of our model with that parser's, and returns their number. */
function compare(text: string, { jobs, env }: Workflow, places: Places): number {
  let count = 0;
  const expectKey = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    count++;
    expect(places.keys, text.slice(start, end)).toContain(nameOf([start, end]));
  };
  for (const { keySpan } of env.values()) expectKey(keySpan);
  for (const job of jobs) {
    expectKey(job.idSpan);
    for (const step of job.steps) {
      for (const { keySpan } of step.env.values()) expectKey(keySpan);
      if (!step.run) continue;
      expectKey(step.run.keySpan);
      const { start, end } = step.run.span;
      const scalar = places.scalars.get(start);
      expect(scalar, text.slice(start, end)).toBeDefined();
      expect(step.run.source).toBe("strValue" in scalar! ? scalar.strValue : scalar!.value);
      // The parsers treat blank lines after a block scalar differently.
      expect(text.slice(start, end).trimEnd()).toBe(text.slice(...scalar!.range).trimEnd());
    }
  }
  return count;
}

function expectSamePlaces(text: string): number {
  const workflow = parseWorkflow(text);
  const places = placesOf(text);
  if (!places || workflow.problems.length > 0) return 0;
  return compare(text, workflow, places);
}

test("keys and scripts of random files are located where eslint-plugin-yml's parser finds them", () => {
  let count = 0;
  expectProperty(
    fc.property(fc.oneof(lockFiles, damaged(lockFiles)), (text) => {
      count += expectSamePlaces(text);
    }),
  );
  console.log(`YAML: ${String(count)} places alike`);
  // A model that finds no places would pass.
  expect(count / cases).toBeGreaterThan(2);
});

const files = labelledFiles();
test.skipIf(files.length === 0)(
  "keys and scripts of real lock files are located where eslint-plugin-yml's parser finds them",
  () => {
    for (const { text } of files) expect(expectSamePlaces(text)).toBeGreaterThan(0);
  },
);
