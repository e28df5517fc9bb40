import gte from "semver/functions/gte.js";
import { readFile, resolvePath, type Alternatives, type CommandCall } from "../shell/index.js";
import type { AwfCall } from "./awf-call.js";
import { exactVersion } from "../codex/releases/index.js";

/** Why AWF's API proxy is on, or that it is off. */
export type ApiProxy =
  { readonly on: true; readonly because: "flag" | "configuration" | "version" } | { readonly on: false };

/** From this version on, AWF starts its API proxy whatever its configuration says (gh-aw-firewall #6209). */
const ALWAYS_ON = "0.27.32";

export function apiProxyOf(awf: AwfCall, call: CommandCall, awfVersion: string | undefined): ApiProxy {
  if (awf.enablesApiProxy) return { on: true, because: "flag" };
  if (awf.configPath !== undefined) {
    const path = resolvePath(awf.configPath, call.state.directory);
    if (enablesApiProxy(readFile(call.state.files, path))) return { on: true, because: "configuration" };
  }
  const version = exactVersion(awfVersion);
  return version && gte(version, ALWAYS_ON) ? { on: true, because: "version" } : { on: false };
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
