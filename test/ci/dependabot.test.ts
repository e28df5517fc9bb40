import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Update {
  readonly "package-ecosystem": string;
  readonly directory?: string;
  readonly directories?: readonly string[];
  readonly cooldown?: { readonly "default-days": number };
}

const { updates } = parse(readFileSync(".github/dependabot.yml", "utf8")) as { updates: readonly Update[] };

test("Dependabot waits a week after each release", () => {
  expect(updates.map((update) => update["package-ecosystem"]).sort()).toEqual(["github-actions", "npm"]);
  for (const { cooldown } of updates) expect(cooldown?.["default-days"]).toBeGreaterThanOrEqual(7);
});

test("Dependabot updates all folders with pinned actions", () => {
  const pinning = [".github", "examples"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => /\.ya?ml$/.test(path) && /uses: \S+@[0-9a-f]{40}/.test(readFileSync(path, "utf8")))
    // gh-aw pins the actions in lock files.
    .filter((path) => !path.endsWith(".lock.yml"))
    .map((path) => `/${dirname(path)}`.replace(/^\/\.github\/workflows$/, "/"));
  const actions = updates.find((update) => update["package-ecosystem"] === "github-actions");
  expect(new Set(actions?.directories)).toEqual(new Set(pinning));
});
