import { awfChanges } from "../../../packages/core/src/awf/index.js";
import { compilerFaults, type CompilerFaultKind } from "../../../packages/core/src/gh-aw/index.js";
import { addressTable } from "./address-table.js";
import { codexChanges } from "./codex-changes.js";
import { compilerTable } from "./compiler-table.js";
import { table } from "../table.js";

/** The effect of a compiler's fault on a lock file. */
const faultEffects: Readonly<Record<CompilerFaultKind, string>> = {
  missingProvider: "The file that Codex reads selects no model provider.",
  misplacedProvider: "With external threat detection, `model_provider` is below a table header.",
  vendorPort: "With external threat detection, `base_url` has the port of another vendor.",
  retired: "The release was retired for a security vulnerability.",
  configNotYaml: "With `engine.config`, the lock file is not valid YAML.",
};

/** `docs/compatibility.md`, not yet formatted. */
export function compatibilityPage(): string {
  return `# Compatibility

This page shows which releases of gh-aw, AWF and Codex work together. The tables come from the data and the model that the
rules use: \`npm run docs\` writes this page, and a test compares it. To add a release, change
[\`codex/releases\`](../packages/core/src/codex/releases), [\`awf/releases.ts\`](../packages/core/src/awf/releases.ts) or
[\`gh-aw/releases.ts\`](../packages/core/src/gh-aw/releases.ts).

## gh-aw and Codex

Each row is a lock file as that compiler writes it. The first result is for the agent job; a second one, if it differs, is for
threat detection. ✅: Codex goes through AWF's API proxy. ⚠️: Codex first tries a WebSocket, which the proxy rejects
([codex-proxy-websocket](../packages/eslint-plugin-gh-aw/docs/rules/codex-proxy-websocket.md)). ❌: Codex fails with
401 ([codex-websocket-401](../packages/eslint-plugin-gh-aw/docs/rules/codex-websocket-401.md)). –: the compiler does not
start the API proxy, and Codex has the real key.

${compilerTable()}

## Providers and AWF

Each row is a provider with that \`base_url\` and \`env_key\`, for Codex 0.144.5. ✅: Codex goes through the API proxy. 🔑: the
variable that \`env_key\` names is missing or empty
([codex-env-key](../packages/eslint-plugin-gh-aw/docs/rules/codex-env-key.md)). ❌: the API proxy does not answer at this address
([codex-proxy-address](../packages/eslint-plugin-gh-aw/docs/rules/codex-proxy-address.md)).

${addressTable()}

## Changes in Codex

${table(
  ["Since", "Change", "Evidence"],
  codexChanges.map(({ since, change, evidence }) => [since, change, evidence]),
)}

\`key-changes.ts\` in \`codex/releases\` lists which release began to check which key of config.toml.

## Changes in AWF

${table(
  ["After", "Change", "Evidence"],
  Object.values(awfChanges).map(({ lastWithout, change, evidence }) => [`v${lastWithout}`, change, evidence]),
)}

## Faults of gh-aw compilers

${table(
  ["From", "Fixed in", "Fault", "Evidence"],
  compilerFaults.map(({ kind, first, fixed, evidence }) => [
    `v${first}`,
    `v${fixed}`,
    faultEffects[kind],
    evidence,
  ]),
)}
`;
}
