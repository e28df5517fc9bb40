import type { Symptom } from "./symptom.js";

/** The lines of a log that show a symptom. */
export interface Pattern {
  /** A text that each such line contains, for a cheap check before the expression. */
  readonly part: string;
  readonly expression: RegExp;
  /** The symptom, from the groups of the expression. */
  readonly symptom: (...groups: readonly string[]) => Symptom;
}

/**
 * The patterns; the first one that matches a line counts. Their texts are those of recorded runs of Codex (0.98 to
 * 0.169) and of AWF's API proxy, and of gh-aw's `check_workflow_timestamp_api.cjs`.
 */
export const patterns: readonly Pattern[] = [
  {
    part: "401 Unauthorized",
    // Users may omit the address in issues (gh-aw-firewall #2064). The other two answers are OpenAI's own, the second
    // one to AWF's placeholder for a key.
    expression:
      /401 Unauthorized(?:.{0,2000}\bapi\.openai\.com\/(?:v1\/responses|redacted)|: Missing bearer or basic authentication in header$|: Incorrect API key provided: sk-place)/,
    symptom: () => ({
      kind: "direct",
      rules: ["codex-websocket-401"],
      meaning:
        "Codex bypassed AWF's API proxy: it connected to OpenAI directly, with a placeholder for a key.",
      remedy: "Lint the lock file of the workflow that failed, as it was when it ran: `npx gh-aw-lint FILE`.",
    }),
  },
  {
    part: "config.toml:",
    expression: /Error loading config\.toml:|config\.toml:\d{1,6}:\d{1,6}: /,
    symptom: () => refused("Codex rejected its config.toml."),
  },
  {
    part: "Model provider",
    expression: /Model provider `([^`]{0,200})` not found/,
    symptom: (provider = "") =>
      refused(`config.toml selects the provider \`${provider}\` and does not define it.`),
  },
  {
    part: "config is no longer supported",
    expression: /legacy `profile = .{0,200}` config is no longer supported/,
    symptom: () => refused("This Codex no longer supports `profile` in config.toml."),
  },
  {
    part: "Missing environment variable",
    expression: /Missing environment variable: `([^`]{0,200})`/,
    symptom: (variable = "") => ({
      kind: "missingKey",
      rules: ["codex-env-key", "codex-websocket-401"],
      meaning: `The provider takes its key from \`${variable}\`, which AWF's container does not have.`,
      remedy: `Check that the step that starts AWF has the secret \`${variable}\` in its \`env\`.`,
    }),
  },
  {
    part: "are not configured",
    expression: /Credentials for ([\w .-]{1,60}) \(port (\d{1,5})\) are not configured/,
    symptom: (vendor = "", port = "") => ({
      kind: "missingCredentials",
      rules: ["codex-proxy-address"],
      meaning: `Codex used port ${port} of AWF's API proxy, which is for ${vendor}, but the proxy has no key for it.`,
      remedy: "Set `base_url` to the port of the vendor whose key the proxy has.",
    }),
  },
  {
    part: "OpenAI proxy not configured",
    expression: /OpenAI proxy not configured/,
    symptom: () => ({
      kind: "noOpenAiKey",
      rules: ["codex-proxy-address", "codex-env-key"],
      meaning: "Codex used the port of AWF's API proxy for OpenAI, but the proxy has no key for it.",
      remedy:
        "Set the secret `OPENAI_API_KEY`, or `base_url` to the port of the vendor whose key the proxy has.",
    }),
  },
  {
    part: "error sending request for url",
    expression: /error sending request for url \(([^)\s]{1,500}\/responses)\)/,
    symptom: (url = "") => ({
      kind: "unreachable",
      rules: ["codex-proxy-address", "codex-websocket-401"],
      meaning: `Nothing answered Codex at \`${url}\`.`,
      remedy: "Check that AWF's API proxy is on, and check the provider's `base_url`.",
    }),
  },
  {
    part: "stream disconnected before completion: builder error",
    expression: /stream disconnected before completion: builder error/,
    symptom: () => ({
      kind: "unusableAddress",
      rules: ["codex-proxy-address"],
      meaning: "The provider's `base_url` is not a valid address for requests.",
      remedy: "Set `base_url` to AWF's API proxy.",
    }),
  },
  {
    part: "@openai/codex@",
    expression: /(?:ETARGET|notarget|No matching version).{0,200}@openai\/codex@([\w.+-]{1,100})/,
    symptom: (version = "") => ({
      kind: "unknownVersion",
      rules: ["codex-unknown-version"],
      meaning: `npm has no version \`${version.replace(/\.$/, "")}\` of \`@openai/codex\`.`,
      remedy: "Set `engine.version` in the workflow's source to one that is published, and compile.",
    }),
  },
  {
    part: "is outdated!",
    expression: /Lock file (?:'([^']{1,500})' )?is outdated!/,
    symptom: (file = "") => ({
      kind: "staleLock",
      rules: ["stale-lock"],
      meaning: `${file === "" ? "The lock file" : `\`${file}\``} was not compiled from the source beside it.`,
      remedy: "Run `gh aw compile`, and commit the lock file.",
    }),
  },
  {
    part: "models fetch returned 5",
    expression: /models fetch returned (5\d\d)/,
    symptom: (status = "") => ({
      kind: "modelsFetch",
      rules: ["codex-proxy-address", "codex-env-key"],
      meaning: `AWF's API proxy answered ${status} when it was asked for the vendor's models: it has no key, or does not reach the vendor.`,
      remedy:
        "Check that the secret is set, and check `OPENAI_BASE_URL` in `engine.env`, which gh-aw v0.81.6 did not pass to external threat detection (gh-aw #45923).",
    }),
  },
  {
    part: "426 Upgrade Required",
    expression: /426 Upgrade Required.{0,200}ws:\/\//,
    symptom: () => ({
      kind: "websocket",
      rules: ["codex-proxy-websocket"],
      meaning: "Codex tried a WebSocket at AWF's API proxy, which has none, and continued over HTTP.",
      remedy: "Set `supports_websockets = false` in the provider.",
    }),
  },
];

function refused(meaning: string): Symptom {
  return {
    kind: "refused",
    rules: ["codex-config-refused"],
    meaning,
    remedy: "Lint the lock file of the workflow that failed, as it was when it ran: `npx gh-aw-lint FILE`.",
  };
}
