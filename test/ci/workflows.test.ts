import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readAction } from "../support/action.js";
import { workflowProblems } from "../support/actionlint.js";

const folder = "examples/workflows";
const paths = [folder, ".github/workflows"].flatMap((parent) =>
  readdirSync(parent).map((file) => join(parent, file)),
);
const manifest = JSON.parse(readFileSync("packages/gh-aw-lint/package.json", "utf8")) as { version: string };

test("actionlint runs here, and finds what is wrong", () => {
  expect(
    workflowProblems("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - rn: x\n"),
  ).toEqual([
    expect.stringMatching(/^6:9 unexpected key "rn"/),
    expect.stringMatching(/^6:9 step must run script/),
  ]);
});

describe.each(paths)("the workflow %s", (path) => {
  const text = readFileSync(path, "utf8");

  test("is right, says actionlint", () => {
    expect(workflowProblems(text)).toEqual([]);
  });

  test("pins the actions of others to commits", () => {
    const used = Array.from(text.matchAll(/uses: (.+)/g), ([, action]) => action!);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used)
      expect(action).toMatch(
        /^(gh-aw-lint\/gh-aw-lint@v[\d.]+|\.\/[\w./-]*|[\w/-]+@[0-9a-f]{40} # v[\d.]+)$/,
      );
  });

  test("names the permissions it needs", () => {
    expect(text).toMatch(/^permissions:/m);
  });
});

test.each(readdirSync(folder))("the documentation shows %s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  expect(readFileSync("docs/ci.md", "utf8")).toContain(`\`\`\`yaml\n${text}\`\`\``);
});

test.each(["README.md", "docs/ci.md", ...readdirSync(folder).map((file) => join(folder, file))])(
  "%s names this version, and no other",
  (path) => {
    const named = Array.from(
      readFileSync(path, "utf8").matchAll(/(?:gh-aw-lint@v?|rev: v)(\d[\w.-]+)/g),
      ([, version]) => version,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set([manifest.version]));
  },
);

describe("action.yml", () => {
  const { inputs, runs } = readAction();

  // actionlint reads workflows only: so the steps stand in one that has the same inputs.
  test("has steps that are right, says actionlint", () => {
    const workflowInputs = Object.entries(inputs).map(([name, input]) => [
      name,
      { type: "string", ...input },
    ]);
    const workflow = {
      on: { workflow_call: { inputs: Object.fromEntries(workflowInputs) as unknown } },
      jobs: { test: { "runs-on": "ubuntu-latest", steps: runs.steps } },
    };
    expect(workflowProblems(stringify(workflow))).toEqual([]);
  });

  test("gives no input to a script but as a variable", () => {
    for (const { run } of runs.steps) expect(run).not.toContain("${{");
  });
});
