import { providersShape } from "./providers.js";
import { serversShape } from "./servers.js";
import { sessionFields } from "./session.js";
import {
  anything,
  changed,
  count,
  either,
  flag,
  integer,
  listOf,
  mapOf,
  oneOf,
  requires,
  requiresOneOf,
  since,
  someText,
  table,
  tableWith,
  text,
  textList,
  textMap,
  until,
  type Shape,
} from "./shape.js";
import { hasKeyChange, readsOpenAiBaseUrlKey } from "../releases/index.js";

const anyTable = mapOf(anything);

const exporter = either(
  oneOf("none", "statsig"),
  table(
    {
      "otlp-http": table({ endpoint: text, headers: textMap }, requires("endpoint", "protocol")),
      "otlp-grpc": table({ endpoint: text, headers: textMap }, requires("endpoint")),
    },
    requiresOneOf("otlp-http", "otlp-grpc", "statsig", "none"),
  ),
);

const atLeastOne: Shape = { kind: "integer", from: 1n };

const role = table({ description: text, config_file: text, nickname_candidates: textList });

/** The keys of config.toml and its overrides that lock files use; other keys are not checked. */
export const configurationShape: Shape = table({
  ...sessionFields,
  // Measured: 0.150 treats an empty model as unset, 0.160 stops.
  model: changed(text, "model", someText),
  profile: text,
  profiles: mapOf(table(sessionFields)),
  model_providers: providersShape,
  mcp_servers: serversShape,
  openai_base_url: since(readsOpenAiBaseUrlKey, text),
  review_model: text,
  model_context_window: integer,
  model_auto_compact_token_limit: integer,
  tool_output_token_limit: count,
  background_terminal_max_timeout: since("background_terminal_max_timeout", count),
  project_doc_max_bytes: count,
  project_doc_fallback_filenames: textList,
  project_root_markers: textList,
  notify: textList,
  instructions: text,
  experimental_instructions_file: until("experimental_instructions_file", text),
  developer_instructions: text,
  compact_prompt: text,
  log_dir: text,
  sqlite_home: since("sqlite_home", text),
  default_permissions: since("default_permissions", text),
  permissions: since("permissions", mapOf(anyTable)),
  allow_login_shell: since("allow_login_shell", flag),
  hide_agent_reasoning: flag,
  show_raw_agent_reasoning: flag,
  model_supports_reasoning_summaries: until("model_supports_reasoning_summaries", flag),
  suppress_unstable_features_warning: flag,
  check_for_update_on_startup: flag,
  disable_paste_burst: flag,
  include_permissions_instructions: since("include_permissions_instructions", flag),
  include_apps_instructions: since("include_apps_instructions", flag),
  include_collaboration_mode_instructions: since("include_collaboration_mode_instructions", flag),
  include_environment_context: since("include_environment_context", flag),
  file_opener: oneOf("vscode", "vscode-insiders", "windsurf", "cursor", "none"),
  forced_chatgpt_workspace_id: changed(text, "forced_chatgpt_workspace_id", either(text, textList)),
  forced_login_method: oneOf("chatgpt", "api"),
  cli_auth_credentials_store: oneOf("file", "keyring", "auto", "ephemeral"),
  mcp_oauth_credentials_store: oneOf("auto", "file", "keyring"),
  mcp_oauth_callback_port: { kind: "integer", from: 0n, to: 65_535n },
  mcp_oauth_callback_url: since("mcp_oauth_callback_url", text),
  history: table({ persistence: oneOf("save-all", "none"), max_bytes: count }, (history, path, release) =>
    hasKeyChange(release, "history without persistence")
      ? undefined
      : requires("persistence")(history, path, release),
  ),
  shell_environment_policy: table({
    inherit: oneOf("core", "all", "none"),
    ignore_default_excludes: flag,
    exclude: textList,
    include_only: textList,
    set: textMap,
    filters: since("shell_environment_policy.filters", mapOf(oneOf("include", "exclude"))),
    experimental_use_profile: flag,
  }),
  sandbox_workspace_write: table({
    writable_roots: textList,
    network_access: flag,
    exclude_tmpdir_env_var: flag,
    exclude_slash_tmp: flag,
  }),
  projects: mapOf(table({ trust_level: oneOf("trusted", "untrusted") })),
  feedback: table({ enabled: flag }),
  otel: table({
    log_user_prompt: flag,
    environment: text,
    exporter,
    trace_exporter: exporter,
    metrics_exporter: since("otel.metrics_exporter", exporter),
    span_attributes: since("otel.span_attributes", textMap),
  }),
  agents: changed(
    table({ max_threads: atLeastOne }),
    "agents",
    tableWith(
      {
        max_threads: atLeastOne,
        max_depth: changed(role, "agents.max_depth", integer),
        job_max_runtime_seconds: changed(role, "agents.job_max_runtime_seconds", count),
        interrupt_message: changed(role, "agents.interrupt_message", flag),
        enabled: changed(role, "agents.enabled", flag),
      },
      role,
    ),
  ),
  memories: since(
    "memories",
    table({ generate_memories: flag, use_memories: flag, max_unused_days: integer }),
  ),
  skills: table({ config: listOf(anyTable) }),
  plugins: since("plugins", mapOf(table({ enabled: flag }))),
  apps: since("apps", mapOf(anyTable)),
  hooks: since("hooks", anyTable),
  marketplaces: since("marketplaces", mapOf(anyTable)),
  tui: table({ notifications: either(flag, textList), animations: flag, show_tooltips: flag }),
  notice: anyTable,
  audio: since("audio", anyTable),
  realtime: since("realtime", anyTable),
  tool_suggest: since("tool_suggest", anyTable),
  auto_review: since("auto_review", table({ policy: text })),
  desktop: since("desktop", anyTable),
  ghost_snapshot: anyTable,
});
