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

const effort = changed(oneOf("none", "minimal", "low", "medium", "high", "xhigh"), "0.140.0", someText);

const plainApproval = oneOf("untrusted", "on-failure", "on-request", "never");

const anyTable = mapOf(anything);

/** Features that may be a table of settings instead of a flag. */
function settings(bound: string): Shape {
  return changed(flag, bound, either(flag, anyTable));
}

/** `[features]`. */
export const featuresShape: Shape = tableWith(
  {
    multi_agent_v2: settings("0.121.0"),
    apps_mcp_path_override: settings("0.128.0"),
    network_proxy: settings("0.131.0"),
    code_mode: settings("0.140.0"),
    code_mode_host: settings("0.148.0"),
    current_time_reminder: settings("0.148.0"),
    guardianv2: settings("0.148.0"),
    non_prefixed_mcp_tool_names: settings("0.148.0"),
    rollout_budget: settings("0.148.0"),
    token_budget: settings("0.148.0"),
    async_compaction: settings("0.169.0"),
    context_management: settings("0.169.0"),
    guardianv3: settings("0.169.0"),
    runtime_agent_instances: settings("0.169.0"),
    sleep_tool: settings("0.169.0"),
  },
  flag,
);

/**
 * The keys that may stand at the root and in a profile. Bounds are measured; where the change lies between two
 * measured releases, the later one counts.
 */
export const sessionFields: Fields = {
  model: text,
  model_provider: text,
  approval_policy: changed(
    plainApproval,
    "0.115.0",
    either(plainApproval, table({ granular: anyTable }, requires("granular"))),
  ),
  approvals_reviewer: since(
    "0.115.0",
    changed(oneOf("user", "guardian_subagent"), "0.125.0", oneOf("user", "auto_review", "guardian_subagent")),
  ),
  sandbox_mode: oneOf("read-only", "workspace-write", "danger-full-access"),
  model_reasoning_effort: effort,
  plan_mode_reasoning_effort: since("0.107.0", effort),
  model_reasoning_summary: oneOf("auto", "concise", "detailed", "none"),
  model_verbosity: oneOf("low", "medium", "high"),
  model_catalog_json: since("0.107.0", text),
  model_instructions_file: text,
  personality: oneOf("none", "friendly", "pragmatic"),
  service_tier: since("0.110.0", changed(oneOf("fast", "flex"), "0.131.0", text)),
  chatgpt_base_url: text,
  oss_provider: text,
  web_search: changed(
    oneOf("disabled", "cached", "live"),
    "0.145.0",
    oneOf("disabled", "cached", "indexed", "live"),
  ),
  tools: table({
    web_search: changed(flag, "0.113.0", either(flag, anyTable)),
    view_image: until("0.131.0", flag),
  }),
  analytics: table({ enabled: flag }),
  windows: since("0.101.0", anyTable),
  features: featuresShape,
  experimental_compact_prompt_file: text,
  experimental_use_unified_exec_tool: flag,
  experimental_use_freeform_apply_patch: until("0.131.0", flag),
};
