import { pathOf, type CommandCall, type Content } from "../shell/index.js";
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
  if (awf.configText) {
    const { node } = call.state.files.find(pathOf(call.state, awf.configText));
    if (node.kind === "file" && enablesApiProxy(node.content)) return { on: true, because: "configuration" };
  }
  const isOlder = lacksChange(awfVersion, awfChanges.alwaysOn);
  if (exactVersion(awfVersion) && !isOlder) return { on: true, because: "version" };
  const isKnown = !awf.configText && !awf.buildsLocally && !hasUnknownOptions(call, awf);
  return { on: false, isCertain: isOlder && isKnown };
}

/** Whether an option may be anything, such as `$AWF_OPTIONS`; the value of an option tells nothing of the proxy. */
function hasUnknownOptions(call: CommandCall, awf: AwfStart): boolean {
  const options = call.words.slice(0, call.words.indexOf(awf.command[0]));
  return options.some(({ isKnown, maySplit }) => !isKnown && maySplit);
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
