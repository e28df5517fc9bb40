import {
  argumentOf,
  envKeyProblem,
  lacksKey,
  type AddressFault,
  type Fault,
  type Judgement,
  type RefusedFault,
} from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { fittingAddress, providerFor } from "../fix/index.js";
import { SAFE_COMPILER } from "../gh-aw/index.js";
import { refusalRemedy } from "./refusal-remedy.js";

/** What to do about a fault, as one or two sentences. */
export function remedyFor(
  fault: Fault,
  run: CodexRun,
  judgement: Judgement,
  isMended: boolean,
  options: DiagnoseOptions,
): string {
  const { id, baseUrl } = providerFor(run, options);
  const define = `Define and select a provider such as \`${id}\` with \`base_url = "${baseUrl}"\``;
  switch (fault.kind) {
    case "noProvider":
      if (lacksKey(run)) return `${define}, and hand AWF its key: ${SET_KEY}.`;
      if (!isMended) return `${obstacle(run, judgement)} ${RECOMPILE}`;
      if (!judgement.config && !run.flagPlace) {
        return `Give this step a \`CODEX_HOME\` whose config.toml selects \`${id}\`, ${LASTINGLY}.`;
      }
      return `${define}, ${LASTINGLY}.`;
    case "misplacedSelection":
      return `Move it above the first table, ${LASTINGLY}.`;
    case "notSelected":
      return argumentOf(judgement.reason) === undefined
        ? `Put \`model_provider = "${fault.provider}"\` above the first table, ${LASTINGLY}.`
        : `Select \`${fault.provider}\` on the command line, or nothing.`;
    case "baseUrlMissing":
    case "baseUrlDirect":
      return `Set \`base_url\` to AWF's API proxy, \`${baseUrl}\`.`;
    case "websocket":
      return fault.reason.kind === "supportsWebsockets"
        ? "Set `supports_websockets` to `false`."
        : `${define}.`;
    case "misaddressed":
      return addressRemedy(fault, baseUrl);
    case "refused":
      if (!isMended && isMissingPlaceholder(fault, run)) return `Hand AWF the key: ${SET_KEY}.`;
      return refusalRemedy(fault.reason, baseUrl);
  }
}

const SET_KEY = "set `OPENAI_API_KEY` in the step's `env`";

function isMissingPlaceholder({ reason }: RefusedFault, run: CodexRun): boolean {
  return reason.kind === "missingEnvironmentVariable" && envKeyProblem(reason, run) === "missingPlaceholder";
}

function addressRemedy(fault: AddressFault, baseUrl: string): string {
  switch (fault.reason.kind) {
    case "proxyOff":
      return `Start the proxy with \`--enable-api-proxy\`, or remove the address.`;
    default:
      return `Set \`base_url\` to AWF's API proxy, \`${fittingAddress(fault, baseUrl)}\`.`;
  }
}

export const RECOMPILE: string = `Recompile with gh-aw ${SAFE_COMPILER} or later.`;

/** `gh aw compile` writes the file anew, so an edit of it does not last. */
const LASTINGLY = `and recompile with gh-aw ${SAFE_COMPILER} or later so that it lasts`;

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
