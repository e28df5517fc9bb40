import { explainRuns, type ExplainedOutcome } from "eslint-plugin-gh-aw/core";
import { count } from "../count.js";

/**
 * What the files are in which nothing was found, and where their Codex runs go.
 *
 * @param baseUrl the address that counts as the proxy's, if it is not AWF's own
 */
export function runsSeen(texts: readonly string[], baseUrl: string | undefined): string {
  const options = baseUrl === undefined ? {} : { baseUrl };
  const kinds = texts.flatMap((text) =>
    explainRuns(text, options).map(({ outcome }) => destinationOf(outcome.kind)),
  );
  const files = count(texts.length, "file");
  if (kinds.length === 0) return `${files}, no Codex run found`;
  const groups = [...new Set(kinds)].map(
    (kind) => [kind, kinds.filter((other) => other === kind).length] as const,
  );
  const seen = `${files}, ${count(kinds.length, "Codex run")}`;
  const [only, ...others] = groups;
  if (only && others.length === 0) return `${seen}, ${kinds.length > 1 ? "all " : ""}${only[0]}`;
  return `${seen}: ${groups.map(([kind, number]) => `${number} ${kind}`).join(", ")}`;
}

function destinationOf(kind: ExplainedOutcome["kind"]): string {
  switch (kind) {
    case "proxied":
    case "websocket":
      return "through the proxy";
    case "unguarded":
      return "with the proxy off";
    case "undetermined":
      return "to a destination that the file does not determine";
    case "notInstalled":
    case "direct":
    case "refused":
    case "keyless":
    case "misaddressed":
      return "with findings that are off or suppressed";
  }
}
