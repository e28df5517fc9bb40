import type { Step } from "./workflow.js";

/** The folder of Codex's configuration. */
export const codexHome = "/tmp/gh-aw/mcp-config";

/** Installs a release of Codex. */
export function installCodex(version = "0.121.0"): Step {
  return { name: "Install Codex CLI", run: `npm install --ignore-scripts -g @openai/codex@${version}` };
}

/** Installs a release of AWF. */
export function installAwf(version: string): Step {
  return {
    name: "Install AWF binary",
    run: `bash "\${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" ${version}`,
  };
}

/** A here-document that writes a file. */
export interface HereDocument {
  readonly path: string;
  readonly delimiter: string;
  readonly toml: string;
}

/** `cat > path << DELIMITER`, as the compiler writes a file: the shell expands the body. */
export function hereDocument({ path, delimiter, toml }: HereDocument): string {
  return `cat > ${path} << ${delimiter}\n${toml}${delimiter}\n`;
}

/** What the step of the MCP gateway does with `config.toml`. */
export interface GatewayStep {
  /** The here-document that the MCP gateway's converter reads and overwrites; the newest generation has none. */
  readonly servers?: HereDocument;
  /** From v0.69 on: the commands with which the same step writes and copies the file that Codex reads. */
  readonly sync?: readonly string[];
}

/** Starts the MCP gateway, which converts its configuration to `config.toml`. */
export function startMcpGateway({ servers, sync }: GatewayStep): Step {
  const delimiter = servers?.delimiter ?? "GH_AW_MCP_CONFIG_931171d8d6b5ad9d_EOF";
  const gateway = servers
    ? `bash "\${RUNNER_TEMP}/gh-aw/actions/start_mcp_gateway.sh"`
    : `"$GH_AW_NODE" "\${RUNNER_TEMP}/gh-aw/actions/start_mcp_gateway.cjs"`;
  return {
    name: "Start MCP Gateway",
    env: { CODEX_HOME: codexHome },
    run: [
      `set -eo pipefail`,
      `mkdir -p "\${RUNNER_TEMP}/gh-aw/mcp-config"`,
      `export GH_AW_ENGINE="codex"`,
      ...(servers ? [hereDocument(servers)] : []),
      `# Generate JSON config for MCP gateway`,
      `cat << ${delimiter} | ${gateway}`,
      `{ "mcpServers": {}, "gateway": { "port": $MCP_GATEWAY_PORT } }`,
      delimiter,
      ...(sync
        ? [
            ``,
            `# Sync converter output to writable CODEX_HOME for Codex`,
            `mkdir -p "\${CODEX_HOME}"`,
            ...sync,
            `chmod 600 "\${CODEX_HOME}/config.toml"`,
          ]
        : []),
    ].join("\n"),
  };
}

/** How the gateway's converted servers are appended to the here-document. */
export const append = {
  cat: `cat "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" >> "/tmp/gh-aw/mcp-config/config.toml"`,
  awk: `awk '
  BEGIN { skip_openai_proxy = 0 }
  /^[[:space:]]*model_provider[[:space:]]*=/ { next }
  /^\\[model_providers\\.openai-proxy\\][[:space:]]*$/ { skip_openai_proxy = 1; next }
  /^\\[/ { skip_openai_proxy = 0 }
  !skip_openai_proxy { print }
' "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" >> "/tmp/gh-aw/mcp-config/config.toml"`,
} as const;

/** How the finished file is copied to Codex's folder. */
export const copy = {
  always: `cp "/tmp/gh-aw/mcp-config/config.toml" "\${CODEX_HOME}/config.toml"`,
  converted: `if [ "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" != "\${CODEX_HOME}/config.toml" ]; then cp "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "\${CODEX_HOME}/config.toml"; fi`,
  unlessSame: `if [ "/tmp/gh-aw/mcp-config/config.toml" != "\${CODEX_HOME}/config.toml" ]; then cp "/tmp/gh-aw/mcp-config/config.toml" "\${CODEX_HOME}/config.toml"; fi`,
} as const;

/** The step of external threat detection that writes Codex's configuration. */
export function prepareDetectionConfig(document: HereDocument): Step {
  return {
    name: "Prepare Codex config for threat-detect",
    run: [
      `mkdir -p "\${RUNNER_TEMP}/gh-aw/mcp-config" "/tmp/gh-aw/mcp-config" "/tmp/gh-aw/mcp-config/logs/"`,
      hereDocument(document) +
        `cp "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "/tmp/gh-aw/mcp-config/config.toml"`,
      `chmod 600 "\${RUNNER_TEMP}/gh-aw/mcp-config/config.toml" "/tmp/gh-aw/mcp-config/config.toml"`,
    ].join("\n"),
  };
}

/** The step of the newest compilers, which write no TOML. */
export function configureCodex(config: {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
}): Step {
  return {
    name: "Configure Codex",
    env: { CODEX_HOME: codexHome, GH_AW_CODEX_CONFIG_JSON: JSON.stringify({ overrides: {}, ...config }) },
    run: `"$(command -v node)" "\${RUNNER_TEMP}/gh-aw/actions/convert_gateway_config_codex.cjs" --bootstrap\n`,
  };
}

/** How the compiler starts Codex inside the container. */
export const command = {
  plain: `codex exec --skip-git-repo-check "$INSTRUCTION"`,
  modelBefore: `codex \${GH_AW_MODEL_AGENT_CODEX:+-c model="$GH_AW_MODEL_AGENT_CODEX" }exec -c web_search="disabled" --skip-git-repo-check "$INSTRUCTION"`,
  harness: `"$GH_AW_NODE_EXEC" \${RUNNER_TEMP}/gh-aw/actions/codex_harness.cjs codex exec\${GH_AW_MODEL_AGENT_CODEX:+ --model "$GH_AW_MODEL_AGENT_CODEX"} -c web_search="disabled" --prompt-file /tmp/gh-aw/aw-prompts/prompt.txt`,
  threatDetect: `threat-detect --engine codex --output /tmp/gh-aw/threat-detection/detection_result.json /tmp/gh-aw/threat-detection`,
} as const;

/** How a generation turns on AWF's API proxy. */
export type ApiProxy = "none" | "flag" | "json";

/** How AWF itself is started. */
export type AwfWrapper = "sudo" | "rootless" | "retries";

/** How AWF starts Codex; the defaults are those of a usual lock file. */
export interface ExecuteCodex {
  readonly name?: string;
  readonly codex?: string;
  readonly proxy?: ApiProxy;
  readonly wrapper?: AwfWrapper;
  /** AWF's version; it is also in the JSON configuration. */
  readonly awf?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const wrappers = {
  sudo: `sudo -E awf`,
  rootless: `awf`,
  retries: `bash "\${RUNNER_TEMP}/gh-aw/actions/run_awf_with_startup_retries.sh" -- \\\n  awf`,
} as const satisfies Record<AwfWrapper, string>;

/** Starts Codex in AWF. */
export function executeCodex({
  name = "Execute Codex CLI",
  codex = command.modelBefore,
  proxy = "flag",
  wrapper = "sudo",
  awf = "v0.25.28",
  env = {},
}: ExecuteCodex = {}): Step {
  const config = `{"network":{"allowDomains":["api.openai.com"]},"apiProxy":{"enabled":true,"maxRuns":\${GH_AW_MAX_RUNS}},"container":{"imageTag":"${awf.slice(1)}"}}`;
  const options = {
    none: ` --env-all --log-level info`,
    flag: ` --env-all --exclude-env OPENAI_API_KEY --log-level info --image-tag ${awf.slice(1)} --enable-api-proxy`,
    json: ` --config "\${RUNNER_TEMP}/gh-aw/awf-config.json" --env-all --exclude-env OPENAI_API_KEY --log-level info`,
  } as const satisfies Record<ApiProxy, string>;
  return {
    name,
    env: {
      CODEX_API_KEY: "${{ secrets.CODEX_API_KEY || secrets.OPENAI_API_KEY }}",
      CODEX_HOME: codexHome,
      OPENAI_API_KEY: "${{ secrets.CODEX_API_KEY || secrets.OPENAI_API_KEY }}",
      ...env,
    },
    run: [
      `set -o pipefail`,
      `mkdir -p "$CODEX_HOME/logs" && touch /tmp/gh-aw/agent-step-summary.md`,
      ...(proxy === "json"
        ? [`printf '%s\\n' "${config.replaceAll('"', '\\"')}" > "\${RUNNER_TEMP}/gh-aw/awf-config.json"`]
        : []),
      `# shellcheck disable=SC1003`,
      `${wrappers[wrapper]}${options[proxy]} \\`,
      `  -- /bin/bash -c 'export PATH="$(find /opt/hostedtoolcache -name bin | tr '\\''\\n'\\'' '\\'':'\\'')$PATH" && INSTRUCTION="$(cat /tmp/gh-aw/aw-prompts/prompt.txt)" && ${codex}' 2>&1 | tee -a /tmp/gh-aw/agent-stdio.log`,
    ].join("\n"),
  };
}
