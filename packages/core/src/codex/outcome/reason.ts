import type { BaseUrlLocation, KeyLocation } from "../configuration/index.js";
import type { RefusedReason } from "./refusal.js";
import type { Selection } from "./selection.js";

/**
 * What a Codex run does: `proxied` and `websocket` reach the API proxy, by HTTP or a WebSocket; `direct` bypasses it.
 */
export type Outcome = "proxied" | "websocket" | "direct" | "refused";

/** What a run does, and why: one `kind` for each cause that messages distinguish. */
export type OutcomeResult =
  | { readonly outcome: "proxied"; readonly reason: ProxiedReason }
  | { readonly outcome: "websocket"; readonly reason: WebsocketReason }
  | { readonly outcome: "direct"; readonly reason: DirectReason }
  | { readonly outcome: "refused"; readonly reason: RefusedReason };

/** Why a run does what it does. */
export type Reason = OutcomeResult["reason"];

/** Why a run is `proxied`. */
export type ProxiedReason = CustomProvider | EnvironmentBaseUrl | OpenAiBaseUrlKey;

/** Why a run is `websocket`. */
export type WebsocketReason = SupportsWebsockets | EnvironmentBaseUrl | OpenAiBaseUrlKey | WebsocketFeature;

/** Why a run is `direct`. */
export type DirectReason = BuiltInProvider | MissingBaseUrl | OpenAiBaseUrl;

/** A provider other than the built-in `openai` goes through the proxy (`proxied`). */
export interface CustomProvider {
  readonly kind: "customProvider";
  readonly provider: string;
  readonly baseUrl: string;
  readonly selection: Selection;
}

/** The provider's `supports_websockets = true` (`websocket`). */
export type SupportsWebsockets = KeyLocation & {
  readonly kind: "supportsWebsockets";
  readonly provider: string;
  readonly baseUrl: string;
};

/** The selected provider has no `base_url`; `path` is that of its table (`direct`). */
export type MissingBaseUrl = KeyLocation & {
  readonly kind: "missingBaseUrl";
  readonly provider: string;
  readonly selection: Selection;
};

/** A base URL at api.openai.com (`direct`). */
export type OpenAiBaseUrl = BaseUrlLocation & {
  readonly kind: "openAiBaseUrl";
  readonly provider: string;
  readonly baseUrl: string;
};

/** The built-in `openai` provider, which goes to api.openai.com (`direct`). */
export interface BuiltInProvider {
  readonly kind: "builtInProvider";
  readonly provider: "openai";
  readonly selection: Selection;
}

/** The built-in `openai` provider at OPENAI_BASE_URL, up to 0.118 (`proxied`; from 0.116 `websocket`). */
export interface EnvironmentBaseUrl {
  readonly kind: "environmentBaseUrl";
  readonly provider: "openai";
  readonly variable: "OPENAI_BASE_URL";
  readonly baseUrl: string;
  readonly selection: Selection;
}

/** The root key `openai_base_url` (`websocket`; up to 0.115 `proxied`). */
export type OpenAiBaseUrlKey = KeyLocation & {
  readonly kind: "openAiBaseUrlKey";
  readonly provider: "openai";
  readonly baseUrl: string;
};

/** A feature flag that lets releases up to 0.115 use WebSockets (`websocket`). */
export type WebsocketFeature = KeyLocation & {
  readonly kind: "websocketFeature";
  readonly provider: string;
  readonly feature: string;
  readonly baseUrl: string;
};
