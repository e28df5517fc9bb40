import gt from "semver/functions/gt.js";
import gte from "semver/functions/gte.js";
import lt from "semver/functions/lt.js";
import { exactVersion } from "../codex/releases/index.js";

/**
 * A fault of gh-aw's compiler that breaks Codex, or makes a release unfit to recommend. `missingProvider`: the file
 * that Codex reads has no provider; `misplacedProvider`: the provider's key is below a table, in external threat
 * detection; `vendorPort`: the port of another vendor, in external threat detection; `retired`: a security
 * vulnerability; `configNotYaml`: with `engine.config`, the lock file is not YAML.
 */
export type CompilerFaultKind =
  "missingProvider" | "misplacedProvider" | "vendorPort" | "retired" | "configNotYaml";

/** A fault of gh-aw's compiler, and the releases that have it. */
export interface CompilerFault {
  readonly kind: CompilerFaultKind;
  /** The first release that has it. */
  readonly first: string;
  /** The first release without it. */
  readonly fixed: string;
  readonly evidence: string;
}

/** All faults of gh-aw's compiler that matter here. */
export const compilerFaults: readonly CompilerFault[] = [
  {
    kind: "missingProvider",
    first: "0.46.0",
    fixed: "0.70.0",
    evidence: "gh-aw #27710, #27711; before v0.46 there is no API proxy",
  },
  { kind: "misplacedProvider", first: "0.82.14", fixed: "0.83.4", evidence: "gh-aw #47831" },
  {
    kind: "retired",
    first: "0.83.3",
    fixed: "0.85.4",
    evidence: "gh-aw's README: retired for a security vulnerability",
  },
  {
    kind: "vendorPort",
    first: "0.87.0",
    fixed: "0.88.8",
    evidence:
      "gh-aw #56397, closed on 2026-08-27; the sources at v0.88.8 (2026-09-08) take the port from the provider. Not every release in between has it: the port in the lock file shows it",
  },
  { kind: "configNotYaml", first: "0.69.0", fixed: "0.88.8", evidence: "gh-aw #62204" },
];

/** The first release after all of these faults: `v0.88.8`. */
export const SAFE_COMPILER: string = `v${compilerFaults.map(({ fixed }) => fixed).reduce((left, right) => (gt(right, left) ? right : left))}`;

/** Whether a compiler's release may have a fault; `false` if its version is not exact. */
export function mayHaveFault(compilerVersion: string, { first, fixed }: CompilerFault): boolean {
  const version = exactVersion(compilerVersion);
  return version !== undefined && gte(version, first) && lt(version, fixed);
}
