import { diagnose, type Finding } from "@gh-aw-lint/core";

/** What of ESLint's source code object is needed, whichever language made it. */
interface Source {
  readonly text: string;
}

const findingsOfSource = new WeakMap<Source, readonly Finding[]>();

/** Every finding of a file; the rules of one run share them. */
export function findingsOf(source: Source): readonly Finding[] {
  let findings = findingsOfSource.get(source);
  if (findings === undefined) {
    findings = diagnose(source.text);
    findingsOfSource.set(source, findings);
  }
  return findings;
}
