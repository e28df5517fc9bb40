import type { CommandCall, Unknown } from "../shell/index.js";
import type { AwfStart } from "./awf-call.js";
import type { AwfConfiguration } from "./configuration.js";
import { exactVersion } from "../codex/releases/index.js";
import { awfChanges, lacksChange } from "./releases.js";

/** Why AWF's API proxy is on, or that it is off. */
export type ApiProxy =
  | { readonly on: true; readonly because: "flag" | "configuration" | "version" }
  | {
      readonly on: false;
      /** What may turn it on all the same; `undefined`: nothing, so that it is off. */
      readonly unknown: Unknown | undefined;
    };

/**
 * Whether AWF's API proxy is on. `isVersionSure`: the version is that of AWF itself, and not only of the image of its
 * container.
 */
export function apiProxyOf(
  awf: AwfStart,
  configuration: AwfConfiguration,
  call: CommandCall,
  awfVersion: string | undefined,
  isVersionSure: boolean,
): ApiProxy {
  if (awf.enablesApiProxy) return { on: true, because: "flag" };
  if (configuration.enablesApiProxy) return { on: true, because: "configuration" };
  const isOlder = lacksChange(awfVersion, awfChanges.alwaysOn);
  if (exactVersion(awfVersion) && !isOlder) return { on: true, because: "version" };
  const unknown = (what: string): Unknown => ({ id: what, label: what, what, origin: call.origin });
  return {
    on: false,
    unknown:
      configuration.unknown ??
      unknownOption(call, awf) ??
      (awf.buildsLocally || !isOlder || !isVersionSure ? unknown("AWF's version") : undefined),
  };
}

/** An option may be anything, such as `$AWF_OPTIONS`; the value of an option tells nothing of the proxy. */
function unknownOption(call: CommandCall, awf: AwfStart): Unknown | undefined {
  const options = call.words.slice(0, call.words.indexOf(awf.command[0]));
  const option = options.find(({ isKnown, maySplit }) => !isKnown && maySplit);
  return option?.text.guesses[0]?.unknown;
}
