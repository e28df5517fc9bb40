import { displayOf, pathOf, type CommandCall, type Content, type Unknown } from "../shell/index.js";
import type { AwfStart } from "./awf-call.js";
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
  call: CommandCall,
  awfVersion: string | undefined,
  isVersionSure: boolean,
): ApiProxy {
  if (awf.enablesApiProxy) return { on: true, because: "flag" };
  const configuration = readConfiguration(awf, call);
  if (configuration === true) return { on: true, because: "configuration" };
  const isOlder = lacksChange(awfVersion, awfChanges.alwaysOn);
  if (exactVersion(awfVersion) && !isOlder) return { on: true, because: "version" };
  const unknown = (what: string): Unknown => ({ id: what, label: what, what, origin: call.origin });
  return {
    on: false,
    unknown:
      (typeof configuration === "object" ? configuration : unknownOption(call, awf)) ??
      (awf.buildsLocally || !isOlder || !isVersionSure ? unknown("AWF's version") : undefined),
  };
}

/** An option may be anything, such as `$AWF_OPTIONS`; the value of an option tells nothing of the proxy. */
function unknownOption(call: CommandCall, awf: AwfStart): Unknown | undefined {
  const options = call.words.slice(0, call.words.indexOf(awf.command[0]));
  const option = options.find(({ isKnown, maySplit }) => !isKnown && maySplit);
  return option?.text.guesses[0]?.unknown;
}

/** Whether AWF's own configuration turns the proxy on, or what is not known of it. */
function readConfiguration(
  { configText, configPath = "" }: AwfStart,
  { state, origin }: CommandCall,
): boolean | Unknown {
  if (!configText) return false;
  const { node } = state.files.find(pathOf(state, configText));
  const [guess] = configText.guesses;
  if (node.kind === "file") {
    if (enablesApiProxy(node.content)) return true;
    const rest = node.content.find((part) => part.kind === "unknown");
    if (!rest) return false;
    return rest.unknown ?? { id: rest.program, label: rest.program, what: rest.program, origin: rest.origin };
  }
  if (node.kind === "unknown") return guess?.unknown ?? node.unknown;
  const path = displayOf(configText);
  return { id: `file ${path}`, label: configPath, what: `the file \`${path}\``, origin };
}

function enablesApiProxy(content: Content): boolean {
  const text = content.map((part) => (part.kind === "known" ? part.expanded.text.text : "")).join("");
  return isEnabled(parseConfiguration(text));
}

function isEnabled(configuration: unknown): boolean {
  const apiProxy = property(configuration, "apiProxy");
  return property(apiProxy, "enabled") === true;
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** AWF's JSON may hold expansions of GitHub or the shell where numbers stand. */
function parseConfiguration(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\$\{[^{}]*\}/g, "0"));
  } catch {
    // Not the whole configuration, or put together in a way that is not modelled: it says nothing.
    return undefined;
  }
}
