import type { DirectReason, Selection } from "../codex/outcome/index.js";
import type { Span } from "../text/index.js";
import { findKeys, type LocatedKey } from "../toml/index.js";
import { definedProviders, locationOf, tableOrKey, textAt } from "./config-text.js";
import type { AssembledConfig } from "./judgement.js";

/** Why a run goes to api.openai.com. */
export type DirectFault = {
  /** The span to report in the assembled configuration's text; `undefined` if there is none. */
  readonly location: Span | undefined;
} & (
  | { readonly kind: "noProvider" }
  | { readonly kind: "misplacedSelection"; readonly key: LocatedKey; readonly provider: string }
  | { readonly kind: "notSelected"; readonly provider: string; readonly others: readonly string[] }
  | { readonly kind: "baseUrlMissing"; readonly provider: string }
  | { readonly kind: "baseUrlDirect"; readonly provider: string; readonly baseUrl: string }
);

/** Why a run goes to api.openai.com, from its reason and its configuration. */
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
      // With `--ignore-user-config`, Codex ignores both the selection and the definitions of the file.
      const isUnread = selection.by === "default" && textAt(text, ["model_provider"]) !== undefined;
      const fault = isUnread
        ? undefined
        : ((config && findMisplaced(config)) ?? findUnselected(text, isOnCommandLine(selection)));
      return fault ?? { kind: "noProvider", location: undefined };
    }
  }
}

/** A `model_provider` in a table, where Codex ignores it, that names a defined provider. */
function findMisplaced(config: AssembledConfig): DirectFault | undefined {
  const text = config.text.text;
  const providers = definedProviders(text);
  for (const key of findKeys(text, "model_provider")) {
    const provider = textAt(text, key.path);
    // `profiles.NAME.model_provider` is in the right place; its profile is not selected.
    const isMisplaced = key.path.length > 1 && key.path[0] !== "profiles";
    if (isMisplaced && provider !== undefined && providers.includes(provider)) {
      return { kind: "misplacedSelection", key, provider, location: key.key };
    }
  }
  return undefined;
}

/** Whether `-c model_provider=...` selects the provider, which takes precedence over the file. */
function isOnCommandLine(selection: Selection): boolean {
  return selection.by === "key" && selection.source === "commandLine";
}

function findUnselected(text: string, isOverruled: boolean): DirectFault | undefined {
  const [provider, ...others] = definedProviders(text);
  if (provider === undefined) return undefined;
  const location = isOverruled ? undefined : tableOrKey(text, ["model_providers", provider]);
  return { kind: "notSelected", provider, others, location };
}
