import type { Change } from "./changes.js";
import { hasChange, isAtLeast } from "./release.js";

/**
 * For a key of config.toml, the first release that checks it, ignores it, or accepts other values for it. Measured with
 * the real Codex, 0.98.0 to 0.169.0; if a change lies between two releases that were run, it counts from the later one
 * on.
 */
const KEY_CHANGES = {
  apps: "0.101.0",
  "mcp_servers.required": "0.101.0",
  "otel.metrics_exporter": "0.101.0",
  windows: "0.101.0",
  agents: "0.104.0",
  "agents.job_max_runtime_seconds": "0.107.0",
  "agents.max_depth": "0.107.0",
  allow_login_shell: "0.107.0",
  audio: "0.107.0",
  background_terminal_max_timeout: "0.107.0",
  mcp_oauth_callback_url: "0.107.0",
  "mcp_servers.oauth_resource": "0.107.0",
  memories: "0.107.0",
  model_catalog_json: "0.107.0",
  plan_mode_reasoning_effort: "0.107.0",
  sqlite_home: "0.107.0",
  plugins: "0.110.0",
  service_tier: "0.110.0",
  default_permissions: "0.113.0",
  permissions: "0.113.0",
  "tools.web_search as a table": "0.113.0",
  "approval_policy.granular": "0.115.0",
  approvals_reviewer: "0.115.0",
  realtime: "0.115.0",
  "model_providers.websocket_connect_timeout_ms": "0.116.0",
  tool_suggest: "0.116.0",
  "mcp_servers.name": "0.118.0",
  "mcp_servers.tools": "0.118.0",
  "features.multi_agent_v2": "0.121.0",
  include_apps_instructions: "0.121.0",
  include_environment_context: "0.121.0",
  include_permissions_instructions: "0.121.0",
  marketplaces: "0.121.0",
  "mcp_servers.supports_parallel_tool_calls": "0.121.0",
  "mcp_servers.default_tools_approval_mode": "0.122.0",
  "approvals_reviewer=auto_review": "0.125.0",
  auto_review: "0.125.0",
  "agents.interrupt_message": "0.128.0",
  "features.apps_mcp_path_override": "0.128.0",
  hooks: "0.128.0",
  desktop: "0.131.0",
  experimental_instructions_file: "0.131.0",
  experimental_use_freeform_apply_patch: "0.131.0",
  "features.network_proxy": "0.131.0",
  forced_chatgpt_workspace_id: "0.131.0",
  "history without persistence": "0.131.0",
  include_collaboration_mode_instructions: "0.131.0",
  "mcp_servers.oauth": "0.131.0",
  "otel.span_attributes": "0.131.0",
  "service_tier as any text": "0.131.0",
  "tools.view_image": "0.131.0",
  "features.code_mode": "0.140.0",
  "model_reasoning_effort as any text": "0.140.0",
  "agents.enabled": "0.145.0",
  "mcp_servers.default_tools_approval_mode=writes": "0.145.0",
  model_supports_reasoning_summaries: "0.145.0",
  "web_search=indexed": "0.145.0",
  "features.code_mode_host": "0.148.0",
  "features.current_time_reminder": "0.148.0",
  "features.guardianv2": "0.148.0",
  "features.non_prefixed_mcp_tool_names": "0.148.0",
  "features.rollout_budget": "0.148.0",
  "features.token_budget": "0.148.0",
  "shell_environment_policy.filters": "0.148.0",
  model: "0.160.0",
  "features.async_compaction": "0.169.0",
  "features.context_management": "0.169.0",
  "features.guardianv3": "0.169.0",
  "features.runtime_agent_instances": "0.169.0",
  "features.sleep_tool": "0.169.0",
} as const;

/** A key of `KEY_CHANGES`, or a change that concerns more than a key. */
export type KeyChange = keyof typeof KEY_CHANGES | Change;

/** Whether a release has a change of a key; `release` is a result of `codexRelease`. */
export function hasKeyChange(release: string, change: KeyChange): boolean {
  return typeof change === "string" ? isAtLeast(release, KEY_CHANGES[change]) : hasChange(release, change);
}
