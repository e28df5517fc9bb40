import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { lintByAction } from "../support/action.js";
import { git } from "../support/git.js";
import { runStep } from "../support/runner.js";
import { temporaryFolder } from "../support/temporary-folder.js";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

const { jobs } = parse(readFileSync(".github/workflows/ci.yml", "utf8")) as {
  readonly jobs: { readonly action: { readonly steps: readonly Step[] } };
};

test("the steps of CI that use the action on the examples work without installed dependencies", () => {
  const folder = temporaryFolder({ "eslint.config.js": 'import "a-package-that-is-not-installed";\n' });
  cpSync("examples", join(folder, "examples"), { recursive: true });
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=a");

  const statuses: number[] = [];
  const outcomes = new Map<string, string>();
  for (const step of jobs.action.steps) {
    if (step.uses === "./") {
      const { status, stderr } = lintByAction(folder, step.with);
      statuses.push(status!);
      outcomes.set(`steps.${step.id ?? ""}.outcome`, status === 0 ? "success" : "failure");
      if (step["continue-on-error"] !== true) expect(status, stderr).toBe(0);
    } else if (step.run !== undefined) {
      const variables = Object.entries(step.env ?? {}).map(
        ([name, value]) => [name, outcomes.get(value.slice("${{ ".length, -" }}".length)) ?? ""] as const,
      );
      expect(runStep(step.run, folder, Object.fromEntries(variables)).status, step.run).toBe(0);
    }
  }
  expect(statuses).toEqual([1, 0, 0, 0]);
});
