/**
 * Whether a finding asks for AWF's own key. It may stay without a fix: AWF's proxy has no answer for the run until
 * somebody who has the secret gives it to AWF.
 */
export function asksForKey(message: string): boolean {
  return /(?:give AWF (?:its|the) key|AWF has no)\b.*\bin the step's `env`/i.test(message);
}
