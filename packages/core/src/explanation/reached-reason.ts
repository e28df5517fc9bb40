import type { OutcomeResult } from "../codex/outcome/index.js";

type ProxiedReason = Extract<OutcomeResult, { readonly outcome: "proxied" }>["reason"];

/** Why a run reaches AWF's API proxy. */
export function reachedReason(reason: ProxiedReason): string {
  const reaches = "Codex sends its requests to AWF's API proxy over HTTP, and the proxy sets the real key.";
  switch (reason.kind) {
    case "customProvider":
      return `Model provider \`${reason.provider}\` is selected and has \`base_url = "${reason.baseUrl}"\`. ${reaches}`;
    case "environmentBaseUrl":
      return `No model provider is selected, but this Codex still reads \`${reason.variable}\`, which AWF sets to \`${reason.baseUrl}\`. ${reaches}`;
    case "openAiBaseUrlKey":
      return `\`openai_base_url\` is \`${reason.baseUrl}\`. ${reaches}`;
  }
}
