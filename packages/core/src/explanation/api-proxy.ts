import inc from "semver/functions/inc.js";
import { awfChanges } from "../awf/index.js";
import type { CodexRun } from "../runs/index.js";
import type { ExplainedFact } from "./run-explanation.js";
import { locationInScript } from "./script-location.js";

const FLAG = "--enable-api-proxy";

/** The first release of AWF that always starts its API proxy. */
const FIRST_ALWAYS_ON = inc(awfChanges.alwaysOn.lastWithout, "patch") ?? "";

/** Explains whether AWF's API proxy is on. */
export function explainApiProxy(run: CodexRun): ExplainedFact {
  const { apiProxy, awf, awfVersion, step } = run;
  if (!apiProxy.on)
    return { value: apiProxy.unknown ? "unknown" : "off", because: whyOff(run), span: undefined };
  switch (apiProxy.because) {
    case "flag":
      return {
        value: "on",
        because: `AWF's command line has \`${FLAG}\`.`,
        span: locationInScript(step, FLAG, FLAG),
      };
    case "configuration":
      return {
        value: "on",
        because: `\`apiProxy.enabled\` is true in AWF's configuration, \`${awf.configPath ?? ""}\`.`,
        span: locationInScript(step, "apiProxy", "apiProxy"),
      };
    case "version":
      return {
        value: "on",
        because: `AWF ${awfVersion ?? ""} always starts it, like every version from v${FIRST_ALWAYS_ON} on.`,
        span: undefined,
      };
  }
}

function whyOff({ awf, awfVersion }: CodexRun): string {
  const configuration =
    awf.configPath === undefined ? "has no `--config`" : "its configuration does not enable it";
  const version =
    awfVersion === undefined
      ? "the file names no version that always starts it"
      : `AWF ${awfVersion} does not start it by itself`;
  return `AWF's command line has no \`${FLAG}\`, ${configuration}, and ${version}.`;
}
