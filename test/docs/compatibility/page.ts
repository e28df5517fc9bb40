import { awfChanges } from "../../../packages/core/src/awf/index.js";
import { compilerFaults, type CompilerFaultKind } from "../../../packages/core/src/gh-aw/index.js";
import { addressTable } from "./address-table.js";
import { codexChanges } from "./codex-changes.js";
import { compilerTable } from "./compiler-table.js";
import { table } from "../table.js";

/** What a fault of the compiler does to a lock file. */
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

How gh-aw, AWF and Codex work together, release by release. The tables come from the data and the model that the rules
use: \`npm run docs\` writes this page, and a test compares it. To add a release, change
[\`codex/releases\`](../packages/core/src/codex/releases), [\`awf/releases.ts\`](../packages/core/src/awf/releases.ts) or
[\`gh-aw/releases.ts\`](../packages/core/src/gh-aw/releases.ts).

## Which lock file works with which Codex

Each row is a lock file as that compiler writes it; the first result is that of the agent job, the second that of threat
detection, where it differs. ✅: Codex goes through AWF's API proxy. ⚠️: it first opens a WebSocket, which the proxy does
not offer ([codex-proxy-websocket](../packages/eslint-plugin-gh-aw/docs/rules/codex-proxy-websocket.md)). ❌: it fails with
401 ([codex-websocket-401](../packages/eslint-plugin-gh-aw/docs/rules/codex-websocket-401.md)). –: these compilers do not
start the API proxy, and Codex has the real key.

${compilerTable()}

## Which provider works with which AWF

For Codex 0.144.5 and a provider with that \`base_url\`, once with \`env_key = "OPENAI_API_KEY"\` and once without \`env_key\`.
✅: Codex goes through the API proxy. 🔑: Codex finds no value for the key
([codex-env-key](../packages/eslint-plugin-gh-aw/docs/rules/codex-env-key.md)). ❌: no API proxy answers at this address
([codex-proxy-address](../packages/eslint-plugin-gh-aw/docs/rules/codex-proxy-address.md)).

${addressTable()}

## What changed in Codex

${table(
  ["Since", "Change", "Evidence"],
  codexChanges.map(({ since, change, evidence }) => [since, change, evidence]),
)}

\`key-changes.ts\` in the same folder lists the release that began to check each key of config.toml.

## What changed in AWF

${table(
  ["After", "Change", "Evidence"],
  Object.values(awfChanges).map(({ lastWithout, change, evidence }) => [`v${lastWithout}`, change, evidence]),
)}

## What is wrong with which gh-aw compiler

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
