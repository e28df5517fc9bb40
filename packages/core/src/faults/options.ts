/**
 * What happens instead of going through AWF's API proxy: Codex goes to api.openai.com; whether it goes through the
 * proxy cannot be decided from the lock file; it tries a WebSocket at the proxy first; it refuses its configuration; its
 * provider names a key that the container does not have; nothing answers at its provider's address.
 */
export type FindingOutcome =
  "direct" | "undetermined" | "websocket" | "refused" | "missingKey" | "wrongAddress";

/** What a user may decide about reports and fixes. Each has a default. */
export interface DiagnoseOptions {
  /** The id of the provider that fixes insert: letters, digits, `-` and `_`. `openai-proxy`. */
  readonly providerId?: string;
  /** Its `name`. `OpenAI AWF proxy`. */
  readonly providerName?: string;
  /** Its `base_url`, which then counts as AWF's proxy. The address that the run's AWF and model need. */
  readonly baseUrl?: string;
  /** Its `env_key`; `false` leaves it out. `OPENAI_API_KEY` where the container has it. */
  readonly envKey?: string | false;
  /**
   * Runs with Codex pinned below this version are not reported to bypass the proxy. `0.120.0`, the first that
   * ignores `OPENAI_BASE_URL`.
   */
  readonly minimumCodexVersion?: string;
  /** What is reported. Without it, `direct` and `undetermined`: what ends with 401, and what may. */
  readonly outcomes?: readonly FindingOutcome[];
}
