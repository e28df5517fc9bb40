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

test("actionlint runs and reports errors", () => {
  expect(
    workflowProblems("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - rn: x\n"),
  ).toEqual([
    expect.stringMatching(/^6:9 unexpected key "rn"/),
    expect.stringMatching(/^6:9 step must run script/),
  ]);
});

describe.each(paths)("the workflow %s", (path) => {
  const text = readFileSync(path, "utf8");

  test("has no errors according to actionlint", () => {
    expect(workflowProblems(text)).toEqual([]);
  });

  test("pins third-party actions to commits", () => {
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

test.each(readdirSync(folder))("the documentation shows examples/workflows/%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  expect(readFileSync("docs/ci.md", "utf8")).toContain(`\`\`\`yaml\n${text}\`\`\``);
});

test.each(["README.md", "docs/ci.md", ...readdirSync(folder).map((file) => join(folder, file))])(
  "%s names only the current version",
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

  // actionlint reads only workflows, so this puts the steps into a workflow with the same inputs.
  test("has steps without errors according to actionlint", () => {
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

  test("passes inputs to scripts only as variables", () => {
    for (const { run } of runs.steps) expect(run).not.toContain("${{");
  });
});
