import lt from "semver/functions/lt.js";
import { exactVersion, ignoresOpenAiBaseUrl } from "../codex/releases/index.js";
import { checkOptions, type DiagnoseOptions, type Judgement, vendorAt } from "../faults/index.js";
import { type CompilerFaultKind, compilerFaults, lockHeader, mayHaveFault } from "../gh-aw/index.js";
import { type MessageId, remedyOf } from "../messages/index.js";
import type { CodexRun } from "../runs/index.js";
import { type JudgedRun, judgeWorkflow } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { createNotice, type Notice } from "./finding.js";

/** The message ids of the rule `stale-compiler`. */
export type StaleCompilerKind = MessageId<"stale-compiler">;

/**
 * Reports a compiler that writes broken Codex configuration, and will do so at the next compile; `undefined` if it does
 * not.
 *
 * @throws {RangeError} for an invalid option
 */
export function staleCompiler(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): Notice<StaleCompilerKind> | undefined {
  checkOptions(options);
  const compiler = lockHeader(workflow)?.compilerVersion;
  if (compiler === undefined) return undefined;
  const runs = judgeWorkflow(workflow, options).filter(isAffected);
  for (const fault of compilerFaults) {
    const { kind } = fault;
    if (!isAboutCodex(kind) || !mayHaveFault(compiler, fault)) continue;
    const concerned = runs.filter((judged) => concerns(kind, judged));
    if (concerned.length === 0) continue;
    const start = workflow.text.indexOf(compiler, workflow.text.indexOf('"compiler_version"'));
    const isChanged = kind !== "vendorPort" && concerned.every(({ verdict }) => hasProvider(verdict));
    return createNotice("stale-compiler", {
      kind,
      span: { start, end: start + compiler.length },
      data: {
        compiler,
        effect: isChanged ? ", so the next compile undoes the change made here" : "",
        remedy: remedyOf("stale-compiler", kind),
      },
      fix: undefined,
      suggestions: [],
    });
  }
  return undefined;
}

function isAboutCodex(kind: CompilerFaultKind): kind is StaleCompilerKind {
  return kind === "missingProvider" || kind === "misplacedProvider" || kind === "vendorPort";
}

/** Whether AWF's API proxy is on for a run, and its release of Codex needs a provider to reach it. */
function isAffected({ run }: JudgedRun): boolean {
  const version = exactVersion(run.codexVersion);
  return run.apiProxy.on && !(version && lt(version, ignoresOpenAiBaseUrl.since));
}

function concerns(kind: StaleCompilerKind, { run, verdict }: JudgedRun): boolean {
  switch (kind) {
    case "missingProvider":
      return !selectsInSource(run);
    case "misplacedProvider":
      return run.starter === "threat-detect";
    case "vendorPort":
      return verdict.kind === "judged" && hasVendorPort(verdict.judgement);
  }
}

/**
 * Whether `engine.args` of the workflow's source select a provider, which the next compile keeps. The compiler inserts
 * them after `--skip-git-repo-check`, its own last argument.
 */
function selectsInSource({ args }: CodexRun): boolean {
  const last = args.indexOf("--skip-git-repo-check");
  return last !== -1 && args.slice(last).some((arg) => arg.startsWith("model_provider="));
}

function hasVendorPort({ reason }: Judgement): boolean {
  return reason.kind === "unusableBaseUrl" && vendorAt(reason) !== undefined;
}

/** Whether a run uses a provider, which the compiler did not write. */
function hasProvider(verdict: JudgedRun["verdict"]): boolean {
  return verdict.kind === "judged" && verdict.judgement.outcome !== "direct";
}
