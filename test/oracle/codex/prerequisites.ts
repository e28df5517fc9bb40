import { isInstalled, whySandboxIsImpossible } from "../sandbox/index.js";

/** Why this machine cannot run the real Codex, as a sentence; `undefined` if it can. Does not check that npm is reachable. */
export function whyCodexIsImpossible(): string | undefined {
  const impossible = whySandboxIsImpossible();
  if (impossible !== undefined) return impossible;
  if (!["arm64", "x64"].includes(process.arch)) return `npm has no Codex for Linux on ${process.arch}.`;
  const missing = ["npm", "openssl", "tar"].filter((program) => !isInstalled(program));
  return missing.length > 0 ? `To run the real Codex takes \`${missing.join("`, `")}\`.` : undefined;
}
