/** A change of Codex's behaviour. */
export interface Change {
  /** The first release with the change; if it lies between two releases that were run, the later one. */
  readonly since: string;
  readonly change: string;
  /** The evidence: an issue, or runs of the real Codex. */
  readonly evidence: string;
}

export const ignoresOpenAiBaseUrl: Change = {
  since: "0.120.0",
  change: "`OPENAI_BASE_URL` is no longer read, so the built-in provider connects to api.openai.com.",
  evidence: "gh-aw #27710; 0.118.0 and 0.120.0 were run.",
};

export const readsOpenAiBaseUrlKey: Change = {
  since: "0.115.0",
  change: "The root key `openai_base_url` is read and takes precedence over the variable.",
  evidence: "0.114.0 and 0.115.0 were run.",
};

export const usesBlankBaseUrl: Change = {
  since: "0.115.0",
  change: "A whitespace-only `OPENAI_BASE_URL` no longer counts as unset.",
  evidence: "0.98.0 and 0.115.0 were run.",
};

export const usesWebsocketsByDefault: Change = {
  since: "0.116.0",
  change: "A provider that supports WebSockets uses them without a feature flag.",
  evidence: "0.115.0 and 0.116.0 were run.",
};

export const rejectsReservedProviders: Change = {
  since: "0.115.0",
  change: "A table for a built-in provider is an error; earlier releases ignore it.",
  evidence: "0.114.0 and 0.115.0 were run.",
};

export const requiresProviderNames: Change = {
  since: "0.123.0",
  change: "Each provider needs a non-empty `name`; Amazon Bedrock is built in.",
  evidence: "0.122.0 and 0.123.0 were run.",
};

export const hasBedrockRuntime: Change = {
  since: "0.148.0",
  change:
    "`amazon-bedrock-runtime` is built in, and Bedrock's `base_url`, `auth` and `http_headers` may change.",
  evidence: "0.145.0 and 0.148.0 were run.",
};

export const readsProviderAuth: Change = {
  since: "0.118.0",
  change: "A provider's `auth` table is read and checked against its other keys.",
  evidence: "0.117.0 and 0.118.0 were run.",
};

export const ignoresProjectProviders: Change = {
  since: "0.129.0",
  change: "`.codex/config.toml` in a trusted project no longer selects a model provider.",
  evidence: "0.128.0 and 0.129.0 were run.",
};

export const hasProfileFiles: Change = {
  since: "0.134.0",
  change: "A profile is a separate file, `<profile>.config.toml`; the root key `profile` is an error.",
  evidence: "0.133.0 and 0.134.0 were run.",
};

export const readsSelectionBeforeExec: Change = {
  since: "0.123.0",
  change: "`--profile`, `--oss` and `--local-provider` also take effect before `exec`.",
  evidence: "0.122.0 and 0.123.0 were run.",
};

export const knowsIgnoreUserConfig: Change = {
  since: "0.122.0",
  change: "`codex exec` has an option `--ignore-user-config`.",
  evidence: "0.121.0 and 0.122.0 were run.",
};

export const removesFullAuto: Change = {
  since: "0.147.0",
  change: "The option `--full-auto` is an error.",
  evidence: "0.146.1 and 0.147.0 were run.",
};

export const keepsFlagsBeforeExec: Change = {
  since: "0.166.0",
  change: "A `-c` after `exec` no longer makes Codex forget each `-c` before it.",
  evidence: "gh-aw #32413; 0.163.0 and 0.166.0 were run.",
};

export const knowsSecondWebsocketFlag: Change = {
  since: "0.99.0",
  change: "There is a feature flag `responses_websockets_v2` in addition to `responses_websockets`.",
  evidence: "0.98.0 and 0.99.0 were run.",
};

export const namesKeyInErrors: Change = {
  since: "0.110.0",
  change: "A configuration error names the key's path on a second line.",
  evidence: "0.107.0 and 0.110.0 were run.",
};
