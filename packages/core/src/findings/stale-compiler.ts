import gte from "semver/functions/gte.js";
import lte from "semver/functions/lte.js";
import { exactVersion } from "../codex/releases/index.js";
import { findCodexRuns } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";
import type { Notice } from "./notice.js";

export type StaleCompilerKind = "missingProvider" | "misplacedProvider";

interface BadReleases {
  readonly kind: StaleCompilerKind;
  readonly first: string;
  readonly last: string;
  /** The release that mends it. */
  readonly mended: string;
}

/** Mended by gh-aw #27711 and #47831. */
const BAD_RELEASES: readonly BadReleases[] = [
  { kind: "missingProvider", first: "0.46.0", last: "0.69.3", mended: "v0.70.0" },
  { kind: "misplacedProvider", first: "0.82.14", last: "0.83.3", mended: "v0.83.4" },
];

/** Whether the compiler that wrote a workflow writes broken Codex configuration: the next compile does so again. */
export function staleCompiler(workflow: Workflow): Notice<StaleCompilerKind> | undefined {
  const compiler = workflow.header?.compilerVersion;
  const version = exactVersion(compiler);
  if (compiler === undefined || !version) return undefined;
  const bad = BAD_RELEASES.find(({ first, last }) => gte(version, first) && lte(version, last));
  if (!bad || !findCodexRuns(workflow).some(({ apiProxy }) => apiProxy.on)) return undefined;
  const start = workflow.text.indexOf(compiler, workflow.text.indexOf('"compiler_version"'));
  return {
    kind: bad.kind,
    span: { start, end: start + compiler.length },
    data: { compiler, remedy: `Recompile with gh-aw ${bad.mended} or later.` },
    fix: undefined,
    suggestions: [],
  };
}
