import { patterns } from "./patterns.js";
import type { Symptom } from "./symptom.js";

/** What a line of a log, cleaned, says of such a failure. */
export function symptomOf(line: string): Symptom | undefined {
  for (const { part, expression, symptom } of patterns) {
    const match = line.includes(part) ? expression.exec(line) : null;
    if (match) return symptom(...match.slice(1));
  }
  return undefined;
}

/** What a run survives: only where nothing else is said may it be the cause. */
export function isFatal({ kind }: Symptom): boolean {
  return kind !== "websocket" && kind !== "modelsFetch";
}
