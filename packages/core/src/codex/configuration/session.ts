import type { KeyChange } from "../releases/index.js";
import {
  anything,
  changed,
  either,
  flag,
  mapOf,
  oneOf,
  requires,
  since,
  someText,
  table,
  tableWith,
  text,
  until,
  type Fields,
  type Shape,
} from "./shape.js";

const effort = changed(
  oneOf("none", "minimal", "low", "medium", "high", "xhigh"),
  "model_reasoning_effort as any text",
  someText,
);

const plainApproval = oneOf("untrusted", "on-failure", "on-request", "never");

const anyTable = mapOf(anything);

/** Features that may be a table of settings instead of a flag. */
function settings(change: KeyChange): Shape {
  return changed(flag, change, either(flag, anyTable));
}

/** `[features]`. */
export const featuresShape: Shape = tableWith(
  {
    multi_agent_v2: settings("features.multi_agent_v2"),
    apps_mcp_path_override: settings("features.apps_mcp_path_override"),
    network_proxy: settings("features.network_proxy"),
    code_mode: settings("features.code_mode"),
    code_mode_host: settings("features.code_mode_host"),
    current_time_reminder: settings("features.current_time_reminder"),
    guardianv2: settings("features.guardianv2"),
    non_prefixed_mcp_tool_names: settings("features.non_prefixed_mcp_tool_names"),
    rollout_budget: settings("features.rollout_budget"),
    token_budget: settings("features.token_budget"),
    async_compaction: settings("features.async_compaction"),
    context_management: settings("features.context_management"),
    guardianv3: settings("features.guardianv3"),
    runtime_agent_instances: settings("features.runtime_agent_instances"),
    sleep_tool: settings("features.sleep_tool"),
  },
  flag,
);

/**
 * The keys that are valid at the root and in a profile. Bounds are measured; if a change lies between two measured
 * releases, it counts from the later one on.
 */
export const sessionFields: Fields = {
  model: text,
  model_provider: text,
  approval_policy: changed(
    plainApproval,
    "approval_policy.granular",
    either(plainApproval, table({ granular: anyTable }, requires("granular"))),
  ),
  approvals_reviewer: since(
    "approvals_reviewer",
    changed(
      oneOf("user", "guardian_subagent"),
      "approvals_reviewer=auto_review",
      oneOf("user", "auto_review", "guardian_subagent"),
    ),
  ),
  sandbox_mode: oneOf("read-only", "workspace-write", "danger-full-access"),
  model_reasoning_effort: effort,
  plan_mode_reasoning_effort: since("plan_mode_reasoning_effort", effort),
  model_reasoning_summary: oneOf("auto", "concise", "detailed", "none"),
  model_verbosity: oneOf("low", "medium", "high"),
  model_catalog_json: since("model_catalog_json", text),
  model_instructions_file: text,
  personality: oneOf("none", "friendly", "pragmatic"),
  service_tier: since("service_tier", changed(oneOf("fast", "flex"), "service_tier as any text", text)),
  chatgpt_base_url: text,
  oss_provider: text,
  web_search: changed(
    oneOf("disabled", "cached", "live"),
    "web_search=indexed",
    oneOf("disabled", "cached", "indexed", "live"),
  ),
  tools: table({
    web_search: changed(flag, "tools.web_search as a table", either(flag, anyTable)),
    view_image: until("tools.view_image", flag),
  }),
  analytics: table({ enabled: flag }),
  windows: since("windows", anyTable),
  features: featuresShape,
  experimental_compact_prompt_file: text,
  experimental_use_unified_exec_tool: flag,
  experimental_use_freeform_apply_patch: until("experimental_use_freeform_apply_patch", flag),
};
