import type { DirectReason, Selection } from "../codex/outcome/index.js";
import type { Span } from "../text/index.js";
import { findKeys, type LocatedKey } from "../toml/index.js";
import { definedProviders, locationOf, tableOrKey, textAt } from "./config-text.js";
import type { AssembledConfig } from "./judgement.js";

/** Why a run goes to api.openai.com. */
export type DirectFault = {
  /** The place to look at in the assembled configuration's text; `undefined` where it is not in there. */
  readonly location: Span | undefined;
} & (
  | { readonly kind: "noProvider" }
  | { readonly kind: "misplacedSelection"; readonly key: LocatedKey; readonly provider: string }
  | { readonly kind: "notSelected"; readonly provider: string; readonly others: readonly string[] }
  | { readonly kind: "baseUrlMissing"; readonly provider: string }
  | { readonly kind: "baseUrlDirect"; readonly provider: string; readonly baseUrl: string }
);

export function directFault(reason: DirectReason, config: AssembledConfig | undefined): DirectFault {
  const text = config?.text.text ?? "";
  switch (reason.kind) {
    case "missingBaseUrl":
      return { kind: "baseUrlMissing", provider: reason.provider, location: locationOf(text, reason) };
    case "openAiBaseUrl": {
      const { provider, baseUrl } = reason;
      return { kind: "baseUrlDirect", provider, baseUrl, location: locationOf(text, reason) };
    }
    default: {
      const { selection } = reason;
      // `--ignore-user-config`: what the file selects does not count, nor does what it defines.
      const isUnread = selection.by === "default" && textAt(text, ["model_provider"]) !== undefined;
      const fault = isUnread
        ? undefined
        : ((config && findMisplaced(config)) ?? findUnselected(text, isOnCommandLine(selection)));
      return fault ?? { kind: "noProvider", location: undefined };
    }
  }
}

/** A `model_provider` that belongs to a table, where Codex ignores it, and names a provider that there is. */
function findMisplaced(config: AssembledConfig): DirectFault | undefined {
  const text = config.text.text;
  const providers = definedProviders(text);
  for (const key of findKeys(text, "model_provider")) {
    const provider = textAt(text, key.path);
    // `profiles.NAME.model_provider` is where it stands: that profile is not selected.
    const isMisplaced = key.path.length > 1 && key.path[0] !== "profiles";
    if (isMisplaced && provider !== undefined && providers.includes(provider)) {
      return { kind: "misplacedSelection", key, provider, location: key.key };
    }
  }
  return undefined;
}

/** `-c model_provider=openai`, which wins over the file. */
function isOnCommandLine(selection: Selection): boolean {
  return selection.by === "key" && selection.source === "commandLine";
}

function findUnselected(text: string, isOverruled: boolean): DirectFault | undefined {
  const [provider, ...others] = definedProviders(text);
  if (provider === undefined) return undefined;
  const location = isOverruled ? undefined : tableOrKey(text, ["model_providers", provider]);
  return { kind: "notSelected", provider, others, location };
}
