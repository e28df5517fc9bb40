import { readFile, resolvePath, type Alternatives, type CommandCall } from "../shell/index.js";
import type { AwfStart } from "./awf-call.js";
import { exactVersion } from "../codex/releases/index.js";
import { awfChanges, lacksChange } from "./releases.js";

/** Why AWF's API proxy is on, or that it is off. */
export type ApiProxy =
  | { readonly on: true; readonly because: "flag" | "configuration" | "version" }
  | {
      readonly on: false;
      /** Whether that follows from the file; else nothing in the file turns it on. */
      readonly isCertain: boolean;
    };

export function apiProxyOf(awf: AwfStart, call: CommandCall, awfVersion: string | undefined): ApiProxy {
  if (awf.enablesApiProxy) return { on: true, because: "flag" };
  const configuration =
    awf.configPath === undefined
      ? undefined
      : readFile(call.state.files, resolvePath(awf.configPath, call.state.directory));
  if (configuration && enablesApiProxy(configuration)) return { on: true, because: "configuration" };
  const isOlder = lacksChange(awfVersion, awfChanges.alwaysOn);
  if (exactVersion(awfVersion) && !isOlder) return { on: true, because: "version" };
  const isKnown = !configuration && !awf.buildsLocally && !hasUnknownOptions(call, awf);
  return { on: false, isCertain: isOlder && isKnown };
}

/** Whether an option may be anything, such as `$AWF_OPTIONS`; the value of an option tells nothing of the proxy. */
function hasUnknownOptions(call: CommandCall, awf: AwfStart): boolean {
  const options = call.words.slice(0, call.words.indexOf(awf.command[0]));
  return options.some(({ value }) => value.startsWith("$"));
}

/** The configuration is written once and patched under conditions: what holds in one case counts. */
function enablesApiProxy(alternatives: Alternatives): boolean {
  return alternatives.some((content) => {
    const text = (content ?? [])
      .map((part) => (part.kind === "known" ? part.expanded.text.text : ""))
      .join("");
    return isEnabled(parseConfiguration(text));
  });
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
