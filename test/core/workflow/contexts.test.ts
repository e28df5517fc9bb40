import { describe, expect, it } from "vitest";
import {
  choice,
  known,
  substituteText,
  unknown,
} from "../../../packages/core/src/workflow/expressions/index.js";
import {
  jobContexts,
  parseWorkflow,
  type JobProgress,
  type MatrixValue,
  type StepResult,
} from "../../../packages/core/src/workflow/index.js";

function evaluated(text: string, on: string, progress: Partial<JobProgress> = {}): unknown {
  const workflow = parseWorkflow(`${on}\njobs:\n  agent:\n    steps:\n      - run: x\n`);
  const [job] = workflow.jobs;
  if (!job) throw new Error("There is no job.");
  return substituteText(
    text,
    jobContexts(workflow, job, {
      combination: new Map(),
      env: () => known(null),
      steps: new Map(),
      hasFailed: false,
      ...progress,
    }),
  );
}

const dispatch = `on:
  workflow_dispatch:
    inputs:
      url: { default: "http://x" }
      n: { type: number, default: 0.120 }
      flag: { type: boolean }
      none: {}
      needed: { required: true }
      pick: { type: choice, options: [a, b] }`;

describe("the inputs of a manually started run", () => {
  it.each([
    ["${{ inputs.url }}", known("http://x")],
    ["${{ inputs.URL || 'other' }}", known("http://x")],
    ["${{ github.event.inputs.url }}", known("http://x")],
    ["${{ inputs.n }}", known("0.12")],
    ["${{ inputs.flag && 'a' || 'b' }}", known("b")],
    ["${{ github.event.inputs.flag && 'a' || 'b' }}", known("a")],
    ["${{ inputs.none || 'latest' }}", known("latest")],
    ["${{ inputs.pick }}", known("a")],
    ["${{ inputs.unheard_of }}", known("")],
  ])("have the defaults of the file: %s", (text, value) => {
    expect(evaluated(text, dispatch)).toEqual(value);
  });

  it("are unknown if they are required and have no default", () => {
    const value = evaluated("${{ inputs.needed }}", dispatch);
    expect(value).toMatchObject({ kind: "text", parts: [{ source: "inputs.needed" }] });
  });

  it("may be missing if another event may start the run", () => {
    expect(evaluated("${{ inputs.url || 'y' }}", `${dispatch}\n  push:`)).toEqual(
      choice([known("http://x"), known("y")], ""),
    );
  });

  it("are unknown in a reusable workflow", () => {
    const on = "on:\n  workflow_call:\n    inputs:\n      url: { type: string, default: x }";
    expect(evaluated("${{ inputs.url }}", on)).toMatchObject({
      kind: "text",
      parts: [{ source: "inputs.url" }],
    });
  });
});

describe("github.event_name", () => {
  it.each([
    ["on: workflow_dispatch", "false"],
    ["on: [push, issues]", "false"],
    ["on: schedule", "true"],
  ])("equals 'schedule' for `%s`: %s", (on, isSchedule) => {
    expect(evaluated("${{ github.event_name == 'schedule' }}", on)).toEqual(known(isSchedule));
  });

  it("is one of the workflow's triggers", () => {
    const either = choice([known("false"), known("true")], "");
    expect(evaluated("${{ github.event_name == 'push' }}", "on: [issues, push]")).toEqual(either);
  });

  it("is unknown in a reusable workflow", () => {
    const value = evaluated("${{ github.event_name }}", "on: workflow_call");
    expect(value).toMatchObject({ kind: "text", parts: [{ source: "github.event_name" }] });
  });
});

describe("the steps context", () => {
  const steps: JobProgress["steps"] = new Map<string, StepResult>([
    [
      "Home",
      {
        outputs: new Map([["dir", known("/tmp/x")]]),
        hasAllOutputs: true,
        outcome: "failure",
        conclusion: "success",
      },
    ],
    ["other", { outputs: new Map(), hasAllOutputs: false, outcome: undefined, conclusion: "success" }],
  ]);

  it.each([
    ["${{ steps.home.outputs.dir }}/y", known("/tmp/x/y")],
    ["${{ steps.home.outputs.none }}", known("")],
    ["${{ steps.home.outcome }}-${{ steps.home.conclusion }}", known("failure-success")],
    ["${{ steps.never.outputs.x }}", known("")],
    ["${{ steps.other.outputs.x }}", { kind: "text", parts: [unknown("steps.other.outputs.x")] }],
    ["${{ steps.other.conclusion }}", known("success")],
  ])("has the results of earlier steps: %s", (text, value) => {
    expect(evaluated(text, "on: push", { steps })).toEqual(value);
  });
});

it("the matrix context has values with their types", () => {
  const combination: JobProgress["combination"] = new Map<string, MatrixValue>([
    ["v", 0.12],
    ["os", { name: "linux" }],
    ["dynamic", "${{ vars.X }}"],
  ]);
  const value = (text: string): unknown => evaluated(text, "on: push", { combination });
  expect(value("${{ matrix.v }}")).toEqual(known("0.12"));
  expect(value("${{ matrix.v == '0.120' }}")).toEqual(known("true"));
  expect(value("${{ matrix.OS.name }}")).toEqual(known("linux"));
  expect(value("${{ matrix.none }}")).toEqual(known(""));
  expect(value("${{ matrix.dynamic }}")).toEqual({ kind: "text", parts: [unknown("matrix.dynamic")] });
});

it("contexts have values that are the same for every AWF run, and unknown ones otherwise", () => {
  expect(evaluated("${{ runner.os }} ${{ github.job }} ${{ job.status }}", "on: push")).toEqual(
    known("Linux agent success"),
  );
  expect(evaluated("${{ github.workspace && runner.temp && 'x' }}", "on: push")).toEqual(known("x"));
  expect(evaluated("${{ vars.X }}", "on: push")).toMatchObject({ parts: [{ source: "vars.X" }] });
});
