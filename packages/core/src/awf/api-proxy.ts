import type { CommandCall, Unknown } from "../shell/index.js";
import type { AwfStart } from "./awf-call.js";
import type { AwfConfiguration } from "./configuration.js";
import { exactVersion } from "../codex/releases/index.js";
import { awfChanges, lacksChange } from "./releases.js";

/** Whether AWF's API proxy is on, and why. */
export type ApiProxy =
  | { readonly on: true; readonly because: "flag" | "configuration" | "version" }
  | {
      readonly on: false;
      /** An unknown value that may turn it on; `undefined` if it is certainly off. */
      readonly unknown: Unknown | undefined;
    };

/**
 * Whether AWF's API proxy is on. `isVersionSure` tells whether `awfVersion` is that of AWF itself, not only that of its
 * container's image.
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

/** The first unknown word that may be an option, such as `$AWF_OPTIONS`. */
function unknownOption(call: CommandCall, awf: AwfStart): Unknown | undefined {
  const options = call.words.slice(0, call.words.indexOf(awf.command[0]));
  const option = options.find(({ isKnown, maySplit }) => !isKnown && maySplit);
  return option?.text.guesses[0]?.unknown;
}
