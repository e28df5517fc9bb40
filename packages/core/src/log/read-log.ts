import { cleanLine } from "./clean-line.js";
import { isFatal, symptomOf } from "./symptom-of.js";
import type { Symptom } from "./symptom.js";

/** A symptom where a log has it first. */
export interface FoundSymptom extends Symptom {
  /** From 1. */
  readonly line: number;
  /** The line as it was printed, without what GitHub puts around it. */
  readonly text: string;
  /** The job's name, where the log tells it. */
  readonly job: string | undefined;
}

/** What the log of a failed run says. */
export interface LogReading {
  /** The first line of each kind and job; those that a run survives only where there are no others. */
  readonly symptoms: readonly FoundSymptom[];
  /** Names of lock files that the log has, such as `a.lock.yml`. */
  readonly lockFiles: readonly string[];
  /** Names of workflows that it has, as in `name:`. */
  readonly workflowNames: readonly string[];
}

/** A longer line is a file that somebody printed. */
const longestLine = 20_000;

/** Finds what is known to make a Codex run of gh-aw fail. Never throws. */
export function readLog(log: string): LogReading {
  const symptoms = new Map<string, FoundSymptom>();
  const lockFiles = new Set<string>();
  const workflowNames = new Set<string>();
  let current: string | undefined;

  log.split(/\r?\n/).forEach((raw, index) => {
    if (raw.length > longestLine) return;
    const { text, job } = cleanLine(raw);
    // The runner prints that at the start of each job's own log.
    current = job ?? /^Complete job name: (.{1,200})$/.exec(text)?.[1] ?? current;
    if (text.includes(".lock.yml"))
      for (const [file] of text.matchAll(/(?<![\w.-])[\w.-]{1,200}?\.lock\.yml(?![\w.-])/g))
        lockFiles.add(file);
    const id = /^GH_AW_WORKFLOW_ID: ([\w.-]{1,200})$/.exec(text)?.[1];
    if (id !== undefined) lockFiles.add(`${id}.lock.yml`);
    const name = /^GH_AW_WORKFLOW_NAME: (.{1,200})$/.exec(text)?.[1];
    if (name !== undefined) workflowNames.add(name);
    const symptom = symptomOf(text);
    if (!symptom) return;
    const key = `${symptom.kind} ${current ?? ""}`;
    if (!symptoms.has(key)) symptoms.set(key, { ...symptom, line: index + 1, text, job: current });
  });
  const found = [...symptoms.values()];
  const fatal = found.filter(isFatal);
  return {
    symptoms: fatal.length > 0 ? fatal : found,
    lockFiles: [...lockFiles],
    workflowNames: [...workflowNames],
  };
}
