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
import { SAFE_COMPILER } from "../gh-aw/index.js";
import { fillIn, type MessageData, type NoFixReason, noFixReasons, remedyOf } from "../messages/index.js";
import type { CodexRun } from "../runs/index.js";
import { ruleOfOutcome } from "./finding.js";

/** What to do about a fault, as one or two sentences. `data` is the fault's, `whyNot` why no fix is offered. */
export function remedyFor(
  { fault, outcome, kind }: NamedFault,
  run: CodexRun,
  judgement: Judgement,
  data: MessageData,
  isMended: boolean,
  whyNot: NoFixReason | undefined,
  options: DiagnoseOptions,
): string {
  const { id, baseUrl } = providerFor(run, options);
  const proxyUrl = fault.kind === "wrongAddress" ? fittingAddress(fault, baseUrl) : baseUrl;
  const credential = missingCredential(run) ?? "";
  const name = caseOf(fault, run, judgement, isMended);
  const added = { ...remedyData(fault), id, proxyUrl, credential };
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

/** Which of the remedies it is, where there are several. */
function caseOf(fault: Fault, run: CodexRun, judgement: Judgement, isMended: boolean): string {
  const whyNoKey = whyNoCredential(run);
  switch (fault.kind) {
    case "noProvider":
      if (whyNoKey !== undefined) return whyNoKey;
      if (!isMended) return "notFixable";
      return judgement.config || run.flagLocation ? "fixable" : "missingHome";
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
    case "missingEnvironmentVariable":
      if (envKeyProblem(reason, run) === "missingPlaceholder" && whyNoKey !== undefined) return whyNoKey;
      return expandedName(reason.variable) === undefined ? "unknown" : "known";
    default:
      return "";
  }
}

/** What a remedy names beyond what the problem does. */
function remedyData(fault: Fault): MessageData {
  if (fault.kind !== "refused") return {};
  const { reason } = fault;
  switch (reason.kind) {
    case "unknownValue":
      return { choices: reason.expected.map((value) => `\`${value}\``).join(", ") };
    case "missingField":
      return { choices: reason.fields.map((field) => `\`${field}\``).join(" or ") };
    case "missingEnvironmentVariable":
      return { name: expandedName(reason.variable) ?? "" };
    default:
      return {};
  }
}

/** The compiler that writes the file without this fault; `undefined` where none does, as it comes from the source. */
export function lastingCompiler(fault: Fault): string | undefined {
  switch (fault.kind) {
    case "noProvider":
    case "misplacedSelection":
    case "notSelected":
      return SAFE_COMPILER;
    default:
      return undefined;
  }
}
