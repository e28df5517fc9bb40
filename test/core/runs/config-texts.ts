import type { CodexRun } from "@gh-aw-lint/core";
import { runsOf } from "./runs-of.js";

/** A command that starts Codex in AWF. */
export const start = "awf --enable-api-proxy --env-all -- codex exec x";

/** The variables of a step that starts Codex where gh-aw's MCP gateway writes its configuration. */
export const gatewayHome: Readonly<Record<string, string>> = { CODEX_HOME: "/tmp/gh-aw/mcp-config" };

/** The path to which the MCP gateway writes. */
export const converted = "/tmp/gh-aw/mcp-config/config.toml";

/** The possible texts of the config.toml of a run that starts after these scripts. */
export function configOf(
  scripts: readonly string[],
  env: Readonly<Record<string, string>> = gatewayHome,
): readonly string[] {
  const [run] = runsOf([...scripts, start], env);
  return configTexts(run!);
}

/** The possible texts of a run's config.toml, with `<program>` for unknown parts. */
export function configTexts({ config }: CodexRun): readonly string[] {
  return config.map((content) =>
    content === undefined
      ? "none"
      : content.map((part) => (part.kind === "known" ? part.expanded.text.text : `<${part.what}>`)).join(""),
  );
}
