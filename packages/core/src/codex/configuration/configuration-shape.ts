import { providersShape } from "./provider-shape.js";
import { serversShape } from "./server-shape.js";
import { sessionFields } from "./session-shape.js";
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
import { isAtLeast } from "../releases/index.js";

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

/** The whole of config.toml with its overrides, as far as lock files use it: what is not here is not checked. */
export const configurationShape: Shape = table({
  ...sessionFields,
  // Measured: 0.150 takes an empty model for none, 0.160 stops.
  model: changed(text, "0.160.0", someText),
  profile: text,
  profiles: mapOf(table(sessionFields)),
  model_providers: providersShape,
  mcp_servers: serversShape,
  openai_base_url: since("0.115.0", text),
  review_model: text,
  model_context_window: integer,
  model_auto_compact_token_limit: integer,
  tool_output_token_limit: count,
  background_terminal_max_timeout: since("0.107.0", count),
  project_doc_max_bytes: count,
  project_doc_fallback_filenames: textList,
  project_root_markers: textList,
  notify: textList,
  instructions: text,
  experimental_instructions_file: until("0.131.0", text),
  developer_instructions: text,
  compact_prompt: text,
  log_dir: text,
  sqlite_home: since("0.107.0", text),
  default_permissions: since("0.113.0", text),
  permissions: since("0.113.0", mapOf(anyTable)),
  allow_login_shell: since("0.107.0", flag),
  hide_agent_reasoning: flag,
  show_raw_agent_reasoning: flag,
  model_supports_reasoning_summaries: until("0.145.0", flag),
  suppress_unstable_features_warning: flag,
  check_for_update_on_startup: flag,
  disable_paste_burst: flag,
  include_permissions_instructions: since("0.121.0", flag),
  include_apps_instructions: since("0.121.0", flag),
  include_collaboration_mode_instructions: since("0.131.0", flag),
  include_environment_context: since("0.121.0", flag),
  file_opener: oneOf("vscode", "vscode-insiders", "windsurf", "cursor", "none"),
  forced_chatgpt_workspace_id: changed(text, "0.131.0", either(text, textList)),
  forced_login_method: oneOf("chatgpt", "api"),
  cli_auth_credentials_store: oneOf("file", "keyring", "auto", "ephemeral"),
  mcp_oauth_credentials_store: oneOf("auto", "file", "keyring"),
  mcp_oauth_callback_port: { kind: "integer", from: 0n, to: 65_535n },
  mcp_oauth_callback_url: since("0.107.0", text),
  history: table({ persistence: oneOf("save-all", "none"), max_bytes: count }, (history, path, release) =>
    isAtLeast(release, "0.131.0") ? undefined : requires("persistence")(history, path, release),
  ),
  shell_environment_policy: table({
    inherit: oneOf("core", "all", "none"),
    ignore_default_excludes: flag,
    exclude: textList,
    include_only: textList,
    set: textMap,
    filters: since("0.148.0", mapOf(oneOf("include", "exclude"))),
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
    metrics_exporter: since("0.101.0", exporter),
    span_attributes: since("0.131.0", textMap),
  }),
  agents: changed(
    table({ max_threads: atLeastOne }),
    "0.104.0",
    tableWith(
      {
        max_threads: atLeastOne,
        max_depth: changed(role, "0.107.0", integer),
        job_max_runtime_seconds: changed(role, "0.107.0", count),
        interrupt_message: changed(role, "0.128.0", flag),
        enabled: changed(role, "0.145.0", flag),
      },
      role,
    ),
  ),
  memories: since(
    "0.107.0",
    table({ generate_memories: flag, use_memories: flag, max_unused_days: integer }),
  ),
  skills: table({ config: listOf(anyTable) }),
  plugins: since("0.110.0", mapOf(table({ enabled: flag }))),
  apps: since("0.101.0", mapOf(anyTable)),
  hooks: since("0.128.0", anyTable),
  marketplaces: since("0.121.0", mapOf(anyTable)),
  tui: table({ notifications: either(flag, textList), animations: flag, show_tooltips: flag }),
  notice: anyTable,
  audio: since("0.107.0", anyTable),
  realtime: since("0.115.0", anyTable),
  tool_suggest: since("0.116.0", anyTable),
  auto_review: since("0.125.0", table({ policy: text })),
  desktop: since("0.131.0", anyTable),
  ghost_snapshot: anyTable,
});
