import parse from "semver/functions/parse.js";
import type { SemVer } from "semver";

/** An exact version, such as `0.121.0` or `v0.27.32`; `undefined` for a tag, a range or an expression. */
export function exactVersion(version: string | undefined): SemVer | undefined {
  return parse(version) ?? undefined;
}
