import { expect, it } from "vitest";
import { known } from "../../../packages/core/src/workflow/expressions/index.js";
import { actionWrites, jobContexts, parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

function writes(step: string, isCompiled = false): unknown {
  const workflow = parseWorkflow(`on: push\njobs:\n  a:\n    steps:\n      - ${step}\n`);
  const [job] = workflow.jobs;
  const [first] = job?.steps ?? [];
  if (!job || !first) throw new Error("There is no step.");
  const progress = { combination: new Map(), env: () => known(null), steps: new Map(), hasFailed: false };
  const result = actionWrites(first, jobContexts(workflow, job, progress), isCompiled);
  return result.kind === "folders" ? result.folders : result.kind;
}

it.each([
  "run: echo",
  "uses: actions/setup-node@v4",
  "uses: Actions/Upload-Artifact@v4",
  "uses: step-security/harden-runner@v2",
  "uses: actions/cache/save@v4",
  "{uses: pnpm/action-setup@v4, with: {run_install: false}}",
  "{uses: ruby/setup-ruby@v1, with: {ruby-version: '3.4'}}",
  "{uses: ruby/setup-ruby@v1, with: {bundler-cache: false}}",
  "{uses: actions/setup-python@v6, with: {pip-install: 'pytest==8.3 -r requirements.txt'}}",
  "{uses: actions/setup-node@v6, with: {cache: npm}}",
  "{uses: taiki-e/install-action@v2, with: {tool: cargo-nextest}}",
  "uses: github/gh-aw-actions/setup@abc",
  "uses: github/gh-aw/actions/setup@v0.46.0",
  "{uses: actions/github-script@v7, with: {script: 'core.setOutput(\"a\", context.repo.owner)'}}",
])("%s does not write where Codex may look", (step) => {
  expect(writes(step)).toBe("nowhere");
});

it.each([
  "uses: ./.github/actions/prepare",
  "uses: someone/prepare-codex@v1",
  "uses: docker://alpine",
  "{uses: gradle/actions/setup-gradle@v3, with: {arguments: build}}",
  "{uses: pnpm/action-setup@v4, with: {run_install: '[{args: [--global, codex]}]'}}",
  "{uses: pnpm/action-setup@v4, with: {run_install: true}}",
  "{uses: ruby/setup-ruby@v1, with: {bundler-cache: true}}",
  "{uses: actions/setup-python@v6, with: {pip-install: .}}",
  "{uses: actions/setup-python@v6, with: {pip-install: '-e .[dev] pytest'}}",
  "{uses: actions/setup-python@v6, with: {pip-install: '${{ inputs.packages }}'}}",
  "uses: ./actions/setup",
  "{uses: actions/github-script@v7, with: {script: 'require(\"fs\").writeFileSync(p, t)'}}",
  "{uses: actions/github-script@v7, with: {script: 'core.exportVariable(\"CODEX_HOME\", x)'}}",
])("%s may write anywhere", (step) => {
  expect(writes(step)).toBe("anywhere");
});

it.each([
  ["uses: actions/checkout@v4", [known(".")]],
  ["{uses: actions/checkout@v4, with: {path: src}}", [known("src")]],
  ["{uses: actions/download-artifact@v4, with: {name: x}}", [known(".")]],
  ["{uses: actions/cache@v4, with: {PATH: '~/.npm', key: x}}", [known("~/.npm")]],
])("%s writes only to its folders", (step, folders) => {
  expect(writes(step)).toEqual(folders);
});

it("actions/cache writes to each of its paths", () => {
  const step =
    "uses: actions/cache@v4\n        with:\n          path: |\n            ~/.npm\n            !~/.npm/x\n            ${{ github.workspace }}/a";
  expect(writes(step)).toMatchObject([
    known("~/.npm"),
    { kind: "text", parts: [{ source: "github.workspace" }, "/a"] },
  ]);
});

it("gh-aw's own actions do not write in a compiled workflow", () => {
  expect(writes("uses: ./actions/setup", true)).toBe("nowhere");
  expect(writes("uses: actions/github-script@v8", true)).toBe("nowhere");
  expect(writes("{uses: actions/download-artifact@v4, with: {path: /tmp/gh-aw}}", true)).toBe("nowhere");
  expect(writes("uses: ./actions/other", true)).toBe("anywhere");
});

it("a cache and an artifact may contain a configuration", () => {
  for (const action of ["actions/cache@v4", "actions/download-artifact@v4"]) {
    const put = (path: string): string => `- uses: ${action}\n  with:\n    path: ${path}`;
    expect(outcomes(job([], install, put("~/.codex"), start))).toEqual(["undetermined undeterminedFile"]);
    expect(outcomes(job([], install, put("~/.npm"), start))).toEqual(["direct noProvider"]);
  }
});
