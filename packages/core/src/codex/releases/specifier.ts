/**
 * Whether what stands behind `@openai/codex@` is the name of a model, of which npm has no release: the install
 * ends with `ETARGET`. Any other word may be a dist-tag, and a version that is not known here may be published:
 * registries do not list all that was (0.103.0 and 0.112.0 were installed, and are missing in a list of 2026-11-26).
 */
export function namesModel(specifier: string): boolean {
  return /^(?:(?:chat)?gpt-?\d|codex-(?:mini|max)|o\d(?:-|$)|claude-|gemini-)/i.test(specifier);
}
