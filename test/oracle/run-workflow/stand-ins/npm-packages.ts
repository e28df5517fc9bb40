import { maxSatisfying, satisfies, valid, validRange } from "semver";
import { codexReleases } from "../../../recordings/index.js";

/** npm package specifications of Codex. */
export type CodexSpecification =
  | { readonly kind: "other" }
  | { readonly kind: "not published"; readonly wanted: string }
  | { readonly kind: "release"; readonly version: string };

const tarball = /\/@openai\/codex\/-\/codex-(\d[\w.+-]*?)\.tgz$/;

/** The release that `npm install` chooses for `@openai/codex@RANGE`, `name@npm:@openai/codex@RANGE` or an address of npm. */
export function readSpecification(specification: string): CodexSpecification {
  const wanted =
    /^(?:[^@]+@npm:)?@openai\/codex(?:@(.*))?$/s.exec(specification) ?? tarball.exec(specification);
  if (!wanted) return { kind: "other" };
  return resolve(wanted[1] ?? "latest");
}

/** The same for a range in `package.json`. */
export function resolve(wanted: string): CodexSpecification {
  const { latest, versions } = codexReleases();
  const range = wanted.trim().replace(/^npm:@openai\/codex@/, "");
  const exact = valid(range);
  let version: string | null | undefined;
  if (exact !== null) version = versions.includes(exact) ? exact : undefined;
  else if (range === "latest" || range === "") version = latest;
  // npm prefers the release tagged `latest` (npm-pick-manifest).
  else if (validRange(range) !== null)
    version = satisfies(latest, range) ? latest : maxSatisfying(versions, range);
  return version ? { kind: "release", version } : { kind: "not published", wanted };
}
