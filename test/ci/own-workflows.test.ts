import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}.github/workflows/`;

const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(folder + name, "utf8") }));

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: object; readonly "timeout-minutes"?: number; readonly steps: readonly Step[] }
    >
  >;
}

describe.each(files)("our workflow $name", ({ text }) => {
  const { permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("pins each action by its commit, with the version behind it", () => {
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses.length).toBe(steps.filter((step) => step.uses).length);
    for (const line of uses) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives each job what it needs, and no more", () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(["contents: read", "id-token: write", "pages: write,id-token: write"]).toContain(
        Object.entries(job.permissions ?? {})
          .map((entry) => entry.join(": "))
          .join(),
      );
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
    }
  });

  test("leaves no token behind, and no cache that others could fill", () => {
    for (const { uses, with: options } of steps) {
      if (uses?.startsWith("actions/checkout@")) expect(options?.["persist-credentials"]).toBe(false);
      if (uses?.startsWith("actions/setup-node@")) expect(options?.["package-manager-cache"]).toBe(false);
    }
  });
});
