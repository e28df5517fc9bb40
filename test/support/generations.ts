import { command, type append, type copy, type ExecuteCodex } from "./steps.js";
import { misplacedProvider, providerBlock, shellPolicy } from "./toml.js";

/** How a generation of the compiler writes Codex's configuration. */
export interface Generation {
  readonly codex: string;
  readonly awf: string;
  /** Whether it writes the `# gh-aw-metadata:` comment. */
  readonly header: boolean;
  readonly config: GatewayConfig | SyncedConfig | JsonConfig;
  readonly execute: ExecuteCodex;
  readonly detection: Detection;
}

/** One here-document, which the MCP gateway's converter overwrites. */
interface GatewayConfig {
  readonly kind: "gateway";
  readonly path: string;
  readonly delimiter: string;
}

/** A second here-document starts the file that Codex reads; the converted one is appended. */
interface SyncedConfig {
  readonly kind: "synced";
  readonly path: string;
  readonly delimiter: string;
  readonly start: string;
  readonly append: keyof typeof append;
  readonly copy: keyof typeof copy;
}

/** No TOML in the lock file. */
interface JsonConfig {
  readonly kind: "json";
  readonly defaults: Readonly<Record<string, unknown>>;
}

type Detection =
  | { readonly job: "own" | "agent"; readonly config: "none"; readonly awf: boolean }
  | { readonly job: "own"; readonly config: "same" }
  | { readonly job: "own"; readonly config: "external"; readonly toml: string };

const tmp = "/tmp/gh-aw/mcp-config/config.toml";
const runnerTemp = `"\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml"`;
const hashed = "GH_AW_MCP_CONFIG_78a63514935420e3_EOF";

const proxyDefaults = {
  history: { persistence: "none" },
  model_provider: "openai-proxy",
  model_providers: {
    "openai-proxy": {
      base_url: "http://172.30.0.30:10000",
      env_key: "CODEX_API_KEY",
      name: "OpenAI AWF proxy",
      supports_websockets: false,
    },
  },
} as const;

/** The first gh-aw version of each generation of lock files. */
export type Compiler =
  | "v0.42.0"
  | "v0.43.0"
  | "v0.46.0"
  | "v0.50.0"
  | "v0.64.0"
  | "v0.68.4"
  | "v0.69.0"
  | "v0.70.0"
  | "v0.71.3"
  | "v0.82.14"
  | "v0.83.4"
  | "newest";

const v042: Generation = {
  codex: "0.121.0",
  awf: "v0.13.0",
  header: false,
  config: { kind: "gateway", path: tmp, delimiter: "EOF" },
  execute: { proxy: "none", codex: command.modelBefore },
  detection: { job: "own", config: "none", awf: false },
};
const v043: Generation = {
  ...v042,
  config: { kind: "gateway", path: tmp, delimiter: "GH_AW_MCP_CONFIG_EOF" },
};
const v046: Generation = {
  ...v043,
  awf: "v0.18.0",
  header: true,
  execute: { ...v043.execute, proxy: "flag" },
};
const v050: Generation = { ...v046, awf: "v0.20.0", detection: { job: "agent", config: "none", awf: true } };
const v064: Generation = {
  ...v050,
  awf: "v0.25.0",
  config: { kind: "gateway", path: tmp, delimiter: hashed },
  detection: { job: "own", config: "none", awf: true },
};
const v0684: Generation = {
  ...v064,
  awf: "v0.25.18",
  config: { kind: "gateway", path: runnerTemp, delimiter: hashed },
};
const v069: Generation = {
  ...v0684,
  awf: "v0.25.28",
  config: {
    kind: "synced",
    path: runnerTemp,
    delimiter: hashed,
    start: shellPolicy,
    append: "cat",
    copy: "unlessSame",
  },
};
const v070: Generation = {
  ...v069,
  config: {
    kind: "synced",
    path: runnerTemp,
    delimiter: hashed,
    start: `${providerBlock}\n${shellPolicy}`,
    append: "awk",
    copy: "unlessSame",
  },
  detection: { job: "own", config: "same" },
};
const v0713: Generation = {
  ...v070,
  codex: "0.125.0",
  awf: "v0.25.40",
  execute: { proxy: "json", wrapper: "sudo", codex: command.harness },
};
const v08214: Generation = {
  ...v0713,
  codex: "0.144.5",
  awf: "v0.27.7",
  execute: { proxy: "json", wrapper: "rootless", codex: command.harness },
  detection: { job: "own", config: "external", toml: misplacedProvider },
};
const v0834: Generation = {
  ...v08214,
  detection: { job: "own", config: "external", toml: providerBlock },
};
const newest: Generation = {
  ...v0834,
  codex: "0.159.3",
  awf: "v0.28.31",
  config: { kind: "json", defaults: proxyDefaults },
  execute: { proxy: "json", wrapper: "retries", codex: command.harness },
  detection: { job: "own", config: "same" },
};

/** By the first version of each generation, from the compiler's history. */
export const generations: Readonly<Record<Compiler, Generation>> = {
  "v0.42.0": v042,
  "v0.43.0": v043,
  "v0.46.0": v046,
  "v0.50.0": v050,
  "v0.64.0": v064,
  "v0.68.4": v0684,
  "v0.69.0": v069,
  "v0.70.0": v070,
  "v0.71.3": v0713,
  "v0.82.14": v08214,
  "v0.83.4": v0834,
  newest,
};
