const hosts = ["api", "archive", "cdn", "docs", "lfs", "objects", "ocsp", "packages", "raw", "registry"];
const names = ["example.com", "example.net", "example.org", "githubcopilot.example", "ubuntu.example"];

/** A list as long as the compiler's lists. */
export const domains: readonly string[] = hosts.flatMap((host) => names.map((name) => `${host}.${name}`));

/** The models in AWF's configuration. They name codex for every engine. */
export const models: Readonly<Record<string, readonly string[]>> = {
  agent: ["sonnet-6x", "gpt-5.4", "gpt-5.5", "gemini-pro", "any"],
  auto: ["copilot/auto", "large"],
  claude: ["agent"],
  codex: ["agent"],
  coding: ["copilot/gpt-5*codex*", "openai/gpt-5*codex*", "copilot/claude-sonnet*", "anthropic/*sonnet*"],
  "gpt-5": ["copilot/gpt-5*", "openai/gpt-5*"],
  "gpt-5-codex": ["copilot/gpt-5*codex*", "openai/gpt-5*codex*"],
  "gpt-5-mini": ["copilot/gpt-5*mini*", "openai/gpt-5*mini*"],
  "gpt-5-nano": ["copilot/gpt-5*nano*", "openai/gpt-5*nano*"],
  ...Object.fromEntries(
    ["haiku", "sonnet", "opus", "flash", "pro", "small", "large", "vision"].map((model) => [
      model,
      [`copilot/*${model}*`, `anthropic/*${model}*`, `google/*${model}*`, `openai/*${model}*`],
    ]),
  ),
};
