/**
 * Whether a finding asks for AWF's own key. Such a finding needs no fix: AWF's proxy cannot answer the run until someone
 * who has the secret gives it to AWF.
 */
export function asksForKey(message: string): boolean {
  return /(?:give AWF (?:its|the) key|AWF has no)\b.*\bin the step's `env`/i.test(message);
}
