import {
  argumentOf,
  envKeyProblem,
  expandedName,
  lacksKey,
  type Fault,
  type Judgement,
  type RefusedFault,
} from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { fittingAddress, providerFor } from "../fix/index.js";
import { SAFE_COMPILER } from "../gh-aw/index.js";
import type { NamedFault } from "./faults-of.js";
import { ruleOfOutcome } from "./finding.js";
import { remedyOf, type MessageData } from "./message.js";

/** What to do about a fault, as one or two sentences. `data` is the fault's. */
export function remedyFor(
  { fault, outcome, kind }: NamedFault,
  run: CodexRun,
  judgement: Judgement,
  data: MessageData,
  isMended: boolean,
  options: DiagnoseOptions,
): string {
  const { id, baseUrl } = providerFor(run, options);
  const proxyUrl = fault.kind === "misaddressed" ? fittingAddress(fault, baseUrl) : baseUrl;
  const remedy = remedyOf(
    ruleOfOutcome[outcome],
    kind,
    { ...data, ...remedyData(fault), id, proxyUrl },
    caseOf(fault, run, judgement, isMended),
  );
  const isStuck = fault.kind === "noProvider" && !lacksKey(run) && !isMended;
  return isStuck ? `${obstacle(run, judgement)} ${remedy}` : remedy;
}

/** Which of the remedies it is, where there are several. */
function caseOf(fault: Fault, run: CodexRun, judgement: Judgement, isMended: boolean): string {
  switch (fault.kind) {
    case "noProvider":
      if (lacksKey(run)) return "missingKey";
      if (!isMended) return "notFixable";
      return judgement.config || run.flagPlace ? "fixable" : "missingHome";
    case "notSelected":
      return argumentOf(judgement.reason) === undefined ? "inFile" : "onCommandLine";
    case "refused":
      return caseOfRefusal(fault.reason, run, isMended);
    default:
      return "";
  }
}

function caseOfRefusal(reason: RefusedFault["reason"], run: CodexRun, isMended: boolean): string {
  switch (reason.kind) {
    case "unsupportedField":
      return reason.other === undefined ? "alone" : "beside";
    case "missingEnvironmentVariable":
      if (!isMended && envKeyProblem(reason, run) === "missingPlaceholder") return "missingKey";
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

/** Why there is no place in the file where a provider could be inserted. */
function obstacle(run: CodexRun, { config }: Judgement): string {
  if (!config) return `No step of this job writes \`${run.configPath}\`.`;
  const writer = config.writer === undefined ? "" : ` but by ${config.writer}`;
  return `What Codex finds in \`${run.configPath}\` is not written by this file${writer}.`;
}
