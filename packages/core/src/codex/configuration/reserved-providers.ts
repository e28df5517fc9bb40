import { hasBedrockRuntime, hasChange, requiresProviderNames } from "../releases/index.js";

/** Ids of Codex's own providers, which a file cannot define (measured, 0.98 to 0.169). */
export const builtInIds: ReadonlySet<string> = new Set(["openai", "ollama", "lmstudio"]);

const bedrock = "amazon-bedrock";
const bedrockRuntime = "amazon-bedrock-runtime";

/** Ids that some release does not accept for a custom provider. */
export const reservedIds: readonly string[] = [...builtInIds, bedrock, bedrockRuntime];

/** Whether an id is that of Codex's own Amazon Bedrock provider, of which a file may change only a few fields. */
export function isBedrock(id: string, release: string): boolean {
  if (id === bedrock) return hasChange(release, requiresProviderNames);
  return id === bedrockRuntime && hasChange(release, hasBedrockRuntime);
}
