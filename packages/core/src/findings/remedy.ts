import { argumentOf, type Fault, type Judgement } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { fittingAddress, providerFor } from "../fix/index.js";
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
      if (!isMended) return `${obstacle(run, judgement)} ${recompile(run)}`;
      if (!judgement.config && !run.flagPlace) {
        return `Give this step a \`CODEX_HOME\` whose config.toml selects \`${id}\`, ${lastingly(run)}.`;
      }
      return `${define}, ${lastingly(run)}.`;
    case "misplacedSelection":
      return `Move it above the first table, ${lastingly(run)}.`;
    case "notSelected":
      return argumentOf(judgement.reason) === undefined
        ? `Put \`model_provider = "${fault.provider}"\` above the first table, ${lastingly(run)}.`
        : `Select \`${fault.provider}\` on the command line, or nothing.`;
    case "baseUrlMissing":
    case "baseUrlDirect":
      return `Set \`base_url\` to AWF's API proxy, \`${baseUrl}\`.`;
    case "websocket":
      return fault.reason.kind === "supportsWebsockets"
        ? "Set `supports_websockets` to `false`."
        : `${define}.`;
    case "misaddressed":
      return `Set \`base_url\` to AWF's API proxy, \`${fittingAddress(fault, baseUrl)}\`.`;
    case "refused":
      return refusalRemedy(fault.reason, baseUrl);
  }
}

export function recompile(run: CodexRun): string {
  return `Recompile with gh-aw ${compilerFor(run)} or later.`;
}

/** `gh aw compile` writes the file anew, so an edit of it does not last. */
function lastingly(run: CodexRun): string {
  return `and recompile with gh-aw ${compilerFor(run)} or later so that it lasts`;
}

/** The compiler that writes the file without this fault; `undefined` where none does, as it comes from the source. */
export function lastingCompiler(fault: Fault, run: CodexRun): string | undefined {
  switch (fault.kind) {
    case "noProvider":
    case "misplacedSelection":
    case "notSelected":
      return compilerFor(run);
    default:
      return undefined;
  }
}

/** gh-aw v0.70.0 writes the provider (#27711); with external threat detection v0.83.4 does. */
function compilerFor(run: CodexRun): string {
  return run.starter === "threat-detect" ? "v0.83.4" : "v0.70.0";
}

/** Why there is no place in the file where a provider could be inserted. */
function obstacle(run: CodexRun, { config }: Judgement): string {
  if (!config) return `No step of this job writes \`${run.configPath}\`.`;
  const writer = config.writer === undefined ? "" : ` but by ${config.writer}`;
  return `What Codex finds in \`${run.configPath}\` is not written by this file${writer}.`;
}
