import { count } from "../count.js";
import type { OutcomeKind } from "../eslint/index.js";

/**
 * How many files without findings there are, and where their Codex runs go.
 *
 * @param outcomes of the runs of each file
 */
export function runsSeen(outcomes: readonly (readonly OutcomeKind[])[]): string {
  const kinds = outcomes.flat().map(destinationOf);
  const files = count(outcomes.length, "file");
  if (kinds.length === 0) return `${files}, no Codex run found`;
  const groups = [...new Set(kinds)].map(
    (kind) => [kind, kinds.filter((other) => other === kind).length] as const,
  );
  const seen = `${files}, ${count(kinds.length, "Codex run")}`;
  const [only, ...others] = groups;
  if (only && others.length === 0) return `${seen}, ${kinds.length > 1 ? "all " : ""}${only[0]}`;
  return `${seen}: ${groups.map(([kind, number]) => `${number} ${kind}`).join(", ")}`;
}

function destinationOf(kind: OutcomeKind): string {
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
    case "missingKey":
    case "wrongAddress":
      return "with findings that are off or suppressed";
  }
}
