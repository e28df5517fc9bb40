import { cleanLine } from "./clean-line.js";
import { isFatal, symptomOf } from "./symptom-of.js";
import type { Symptom } from "./symptom.js";

/** The first occurrence of a symptom in a log. */
export interface FoundSymptom extends Symptom {
  /** From 1. */
  readonly line: number;
  /** The printed line, without additions of GitHub and terminals. */
  readonly text: string;
  /** The job's name, if the log contains it. */
  readonly job: string | undefined;
}

/** The symptoms in the log of a failed run, and the names of its workflow. */
export interface LogReading {
  /** The first symptom of each kind and job. Symptoms that a run survives are included only if there are no others. */
  readonly symptoms: readonly FoundSymptom[];
  /** Names of lock files in the log, such as `a.lock.yml`. */
  readonly lockFiles: readonly string[];
  /** Names of workflows in the log, as in `name:`. */
  readonly workflowNames: readonly string[];
}

/** In UTF-16 code units; a longer line is the content of a file, not a message. */
const maxLineLength = 20_000;

/** Finds known symptoms of failed Codex runs in a log. Never throws. */
export function readLog(log: string): LogReading {
  const symptoms = new Map<string, FoundSymptom>();
  const lockFiles = new Set<string>();
  const workflowNames = new Set<string>();
  let current: string | undefined;

  log.split(/\r?\n/).forEach((raw, index) => {
    if (raw.length > maxLineLength) return;
    const { text, job } = cleanLine(raw);
    // The runner prints this at the start of each job's log.
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
