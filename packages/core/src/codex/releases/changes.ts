/** A change of what Codex does, with the release that made it. */
export interface Change {
  /** The first release that does so. Where a release lies between two that were run, the later one. */
  readonly since: string;
  readonly change: string;
  /** What shows it: an issue, or runs of the real Codex. */
  readonly evidence: string;
}

export const ignoresOpenAiBaseUrl: Change = {
  since: "0.120.0",
  change: "`OPENAI_BASE_URL` is no longer read, so that the built-in provider goes to api.openai.com.",
  evidence: "gh-aw #27710; 0.118.0 and 0.120.0 were run.",
};

export const readsOpenAiBaseUrlKey: Change = {
  since: "0.115.0",
  change: "The root key `openai_base_url` is read, before the variable.",
  evidence: "0.114.0 and 0.115.0 were run.",
};

export const usesBlankBaseUrl: Change = {
  since: "0.115.0",
  change: "An `OPENAI_BASE_URL` of white space no longer counts as unset.",
  evidence: "0.98.0 and 0.115.0 were run.",
};

export const usesWebsocketsByDefault: Change = {
  since: "0.116.0",
  change: "A provider that supports WebSockets uses them without a feature flag.",
  evidence: "0.115.0 and 0.116.0 were run.",
};

export const rejectsReservedProviders: Change = {
  since: "0.115.0",
  change: "A table for a provider that is built in is an error; before, it is ignored.",
  evidence: "0.114.0 and 0.115.0 were run.",
};

export const requiresProviderNames: Change = {
  since: "0.123.0",
  change: "Each provider needs a `name` that is not empty; Amazon Bedrock is built in.",
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
  change: "A provider's table `auth` is read, and checked against the other keys.",
  evidence: "0.117.0 and 0.118.0 were run.",
};

export const hasProfileFiles: Change = {
  since: "0.134.0",
  change: "A profile is a file of its own, `<profile>.config.toml`; the root key `profile` is an error.",
  evidence: "0.133.0 and 0.134.0 were run.",
};

export const readsSelectionBeforeExec: Change = {
  since: "0.123.0",
  change: "`--profile`, `--oss` and `--local-provider` have an effect before `exec`, too.",
  evidence: "0.122.0 and 0.123.0 were run.",
};

export const knowsIgnoreUserConfig: Change = {
  since: "0.122.0",
  change: "`codex exec` has the option `--ignore-user-config`.",
  evidence: "0.121.0 and 0.122.0 were run.",
};

export const keepsFlagsBeforeExec: Change = {
  since: "0.166.0",
  change: "A `-c` after `exec` no longer makes Codex forget each `-c` before it.",
  evidence: "gh-aw #32413; 0.163.0 and 0.166.0 were run.",
};

export const knowsSecondWebsocketFlag: Change = {
  since: "0.99.0",
  change: "The feature flag `responses_websockets_v2` is known beside `responses_websockets`.",
  evidence: "0.98.0 and 0.99.0 were run.",
};

export const namesKeyInErrors: Change = {
  since: "0.110.0",
  change: "An error of the configuration names the path of its key on a second line.",
  evidence: "0.107.0 and 0.110.0 were run.",
};
