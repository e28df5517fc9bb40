import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseWorkflow } from "../../../packages/core/src/workflow/index.js";
import { misplacedCharacters } from "./misplaced.js";
import { withCrlf } from "../../support/workflow.js";
import { labelledFiles } from "../../support/shared.js";

const files = labelledFiles();

interface PlainWorkflow {
  readonly env?: Record<string, string>;
  readonly jobs: Record<
    string,
    { env?: Record<string, string>; steps?: { run?: string; env?: Record<string, string> }[] }
  >;
}

describe.skipIf(files.length === 0).each([
  { lineEndings: "LF", written: (text: string) => text },
  { lineEndings: "CRLF", written: withCrlf },
])("real lock files with $lineEndings line endings", ({ written }) => {
  test.each(files)("have the values that the YAML parser resolves: $file", ({ text }) => {
    const plain = parse(text, { schema: "failsafe" }) as PlainWorkflow;
    const workflow = parseWorkflow(written(text));
    expect(workflow.problems).toEqual([]);
    expect(workflow.jobs.map(({ id }) => id)).toEqual(Object.keys(plain.jobs));
    for (const job of workflow.jobs) {
      const plainJob = plain.jobs[job.id]!;
      expect(job.steps.map(({ run }) => run?.script.text)).toEqual(
        (plainJob.steps ?? []).map(({ run }) => run),
      );
      const environments = [job.env, ...job.steps.map(({ env }) => env)];
      const plainEnvironments = [plainJob.env, ...(plainJob.steps ?? []).map(({ env }) => env)];
      expect(
        environments.map((env) => Object.fromEntries([...env].map(([name, { text }]) => [name, text.text]))),
      ).toEqual(plainEnvironments.map((env) => env ?? {}));
    }
  });

  test.each(files)("have each character of their scripts at its location: $file", ({ text }) => {
    const file = written(text);
    const scripts = parseWorkflow(file).jobs.flatMap((job) => job.steps.map(({ run }) => run?.script));
    for (const script of scripts) {
      expect(script && misplacedCharacters(file, script)).toEqual(script && []);
    }
  });
});
