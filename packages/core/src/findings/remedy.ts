import {
  argumentOf,
  type DiagnoseOptions,
  envKeyProblem,
  expandedName,
  type Fault,
  type Judgement,
  missingCredential,
  type NamedFault,
  type RefusedFault,
  whyNoCredential,
} from "../faults/index.js";
import { fittingAddress, providerFor } from "../fix/index.js";
import { isCompiled, SAFE_COMPILER } from "../gh-aw/index.js";
import {
  fillIn,
  lasting,
  type MessageData,
  type NoFixReason,
  noFixReasons,
  remedyOf,
} from "../messages/index.js";
import type { CodexRun } from "../runs/index.js";
import type { Workflow } from "../workflow/index.js";
import { ruleOfOutcome } from "./finding.js";
import type { RunFix } from "./fix-or-suggestions.js";

/** A run with a fault, as far as its remedy depends on it. */
interface FaultyRun {
  readonly run: CodexRun;
  readonly judgement: Judgement;
  /** The data of the message about the fault. */
  readonly data: MessageData;
  readonly fix: RunFix;
}

/** The remedy of a fault, in one or two sentences. */
export function remedyFor(
  workflow: Workflow,
  { fault, outcome, kind }: NamedFault,
  { run, judgement, data, fix: { fix, suggestions, whyNot } }: FaultyRun,
  options: DiagnoseOptions,
): string {
  const hasFix = fix !== undefined || suggestions.length > 0;
  const { id, baseUrl } = providerFor(run, options);
  const proxyUrl = fault.kind === "wrongAddress" ? fittingAddress(fault, baseUrl) : baseUrl;
  const credential = missingCredential(run) ?? "";
  const origin = isCompiled(workflow) ? "compiled" : "written";
  const name = caseOf(fault, run, judgement, hasFix, origin);
  const added = { ...remedyData(fault), id, proxyUrl, credential, lasting: lasting[origin] };
  const remedy = remedyOf(ruleOfOutcome[outcome], kind, { ...data, ...added }, name);
  if (whyNot === undefined || name === whyNoCredential(run)) return remedy;
  return `${noFixSentence(whyNot, fault, run, judgement)} ${remedy}`;
}

function noFixSentence(reason: NoFixReason, fault: Fault, run: CodexRun, { config }: Judgement): string {
  const data = {
    path: run.configPath,
    writer: config?.writer ?? "",
    credential: missingCredential(run) ?? "",
  };
  if (reason !== "noLocation" || fault.kind !== "noProvider") return fillIn(noFixReasons[reason], data);
  if (!config) return fillIn(noFixReasons.notWritten, data);
  return fillIn(noFixReasons[config.writer === undefined ? "noLocation" : "otherWriter"], data);
}

/** The case that selects one of a message's remedies; empty if there is only one. */
function caseOf(
  fault: Fault,
  run: CodexRun,
  judgement: Judgement,
  hasFix: boolean,
  origin: keyof typeof lasting,
): string {
  const whyNoKey = whyNoCredential(run);
  switch (fault.kind) {
    case "noProvider":
      if (whyNoKey !== undefined) return whyNoKey;
      if (!hasFix) return origin === "compiled" ? "recompile" : "define";
      return judgement.config || run.flagLocation ? "define" : "missingHome";
    case "notSelected":
      return argumentOf(judgement.reason) === undefined ? "inFile" : "onCommandLine";
    case "refused":
      return caseOfRefusal(fault.reason, run);
    default:
      return "";
  }
}

function caseOfRefusal(reason: RefusedFault["reason"], run: CodexRun): string {
  const whyNoKey = whyNoCredential(run);
  switch (reason.kind) {
    case "unsupportedField":
      return reason.other === undefined ? "alone" : "beside";
    case "invalidArgument":
      return reason.problem;
    case "missingEnvironmentVariable":
      if (envKeyProblem(reason, run) === "missingPlaceholder" && whyNoKey !== undefined) return whyNoKey;
      return expandedName(reason.variable) === undefined ? "unknown" : "known";
    default:
      return "";
  }
}

/** The data of a remedy, beyond that of the problem. */
function remedyData(fault: Fault): MessageData {
  if (fault.kind !== "refused") return {};
  const { reason } = fault;
  switch (reason.kind) {
    case "unknownValue":
      return { choices: inBackticks(reason.expected) };
    case "invalidArgument":
      return reason.problem === "unknownValue" ? { choices: inBackticks(reason.expected) } : {};
    case "missingField":
      return { choices: inBackticks(reason.fields, " or ") };
    case "missingEnvironmentVariable":
      return { name: expandedName(reason.variable) ?? "" };
    default:
      return {};
  }
}

function inBackticks(words: readonly string[], separator = ", "): string {
  return words.map((word) => `\`${word}\``).join(separator);
}

/**
 * The compiler that writes the file without this fault; `undefined` if gh-aw did not compile the file, or if the fault comes
 * from the workflow's source.
 */
export function lastingCompiler(workflow: Workflow, fault: Fault): string | undefined {
  if (!isCompiled(workflow)) return undefined;
  switch (fault.kind) {
    case "noProvider":
    case "misplacedSelection":
    case "notSelected":
      return SAFE_COMPILER;
    default:
      return undefined;
  }
}
