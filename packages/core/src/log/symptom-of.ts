import { patterns } from "./patterns.js";
import type { Symptom } from "./symptom.js";

/** The symptom that a line of a log shows; `line` is a result of `cleanLine`. */
export function symptomOf(line: string): Symptom | undefined {
  for (const { part, expression, symptom } of patterns) {
    const match = line.includes(part) ? expression.exec(line) : null;
    if (match) return symptom(...match.slice(1));
  }
  return undefined;
}

/** Whether a symptom ends a run. Others can be the cause of a failure only if there is no fatal one. */
export function isFatal({ kind }: Symptom): boolean {
  return kind !== "websocket" && kind !== "modelsFetch";
}
