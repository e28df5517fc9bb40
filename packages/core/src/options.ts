/** What a user may decide about reports and repairs. Each has a default. */
export interface DiagnoseOptions {
  /** The id of the provider that repairs insert: letters, digits, `-` and `_`. `openai-proxy`. */
  readonly providerId?: string;
  /** Its `name`. `OpenAI AWF proxy`. */
  readonly providerName?: string;
  /** Its `base_url`, which then counts as AWF's proxy. The address that the run's AWF and model need. */
  readonly baseUrl?: string;
  /** Its `env_key`; `false` leaves it out. `OPENAI_API_KEY` where the container has it. */
  readonly envKey?: string | false;
  /** Runs with Codex pinned below this version are not reported. `0.120.0`, the first that ignores `OPENAI_BASE_URL`. */
  readonly minimumCodexVersion?: string;
}
