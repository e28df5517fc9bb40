import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}.github/workflows/`;
/** The local action that has a cache. */
const setup = "./.github/actions/setup";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: unknown;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(folder + file, "utf8");
  return { file, text, ...(parse(text) as Workflow) };
});

/** The permissions of jobs in addition to reading contents. */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "codex-releases.yml find": { contents: "read", "pull-requests": "read" },
  "codex-releases.yml propose": { contents: "write", "pull-requests": "write" },
  "pages.yml deploy": { pages: "write", "id-token": "write" },
  "release.yml publish": { "id-token": "write" },
  "release.yml announce": { contents: "write" },
  "upstream.yml report": { issues: "write" },
};

const isCheckout = ({ uses }: Step): boolean => uses?.startsWith("actions/checkout@") ?? false;

describe.each(workflows)("the workflow $file", ({ file, text, permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("pins each action to a commit, with the version in a comment", () => {
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses.length).toBe(steps.filter((step) => step.uses).length);
    for (const line of uses)
      expect(line).toMatch(/^uses: (\.\/[\w./-]*|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    for (const { uses: used = "" } of steps)
      if (used.startsWith("./")) expect(existsSync(join(root, used, "action.yml"))).toBe(true);
  });

  test("gives each job only the permissions it needs", () => {
    expect(permissions).toEqual({});
    for (const [id, job] of Object.entries(jobs)) {
      expect(job.permissions).toEqual(allowed[`${file} ${id}`] ?? { contents: "read" });
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
    }
  });

  test("persists no credentials", () => {
    for (const step of steps.filter(isCheckout)) expect(step.with?.["persist-credentials"]).toBe(false);
  });
});

test("jobs with write permissions run no code of the repository or its dependencies", () => {
  const writing = workflows.flatMap(({ file, jobs }) =>
    Object.entries(jobs)
      .filter(([, job]) => Object.values(job.permissions ?? {}).includes("write"))
      .map(([id, job]) => ({ id: `${file} ${id}`, steps: job.steps })),
  );
  expect(writing.map(({ id }) => id).sort()).toEqual([
    "codex-releases.yml propose",
    "pages.yml deploy",
    "release.yml announce",
    "release.yml publish",
    "upstream.yml report",
  ]);
  for (const { steps } of writing)
    for (const { uses = "", run = "" } of steps) {
      expect(uses).not.toMatch(/^\.\//);
      expect(run).not.toMatch(/\b(?:node|npx|npm (?:ci|exec|i|install|run|test))\b|\.ci\/|scripts\//);
    }
});

test("workflows that publish use no cache that others could fill", () => {
  const publishing = workflows.filter(({ jobs }) =>
    Object.values(jobs).some((job) => job.environment !== undefined),
  );
  expect(publishing.map(({ file }) => file)).toEqual(["pages.yml", "release.yml"]);
  for (const { jobs } of publishing)
    for (const { uses = "", with: options } of Object.values(jobs).flatMap((job) => job.steps)) {
      expect(uses).not.toMatch(/^actions\/cache/);
      expect(uses).not.toBe(setup);
      if (uses.startsWith("actions/setup-node@")) expect(options?.["package-manager-cache"]).toBe(false);
    }
});

describe("the local action `setup`", () => {
  const { runs } = parse(readFileSync(join(root, setup, "action.yml"), "utf8")) as {
    runs: { steps: readonly Step[] };
  };

  test("pins actions to commits", () => {
    const used = runs.steps.flatMap(({ uses }) => uses ?? []);
    expect(used).toHaveLength(2);
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });

  test("uses the Node version for development", () => {
    expect(runs.steps[0]?.with?.["node-version-file"]).toBe(".node-version");
    expect(readFileSync(join(root, ".node-version"), "utf8")).toMatch(/^\d+\n$/);
  });
});
