import { memoizeByObject } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { leadingComments } from "../yaml/index.js";

/** The JSON of the `# gh-aw-metadata:` comment. Older compilers write fewer fields. */
export interface LockHeader {
  readonly agentId: string | undefined;
  readonly detectionAgentId: string | undefined;
  readonly agentModel: string | undefined;
  readonly compilerVersion: string | undefined;
  /** Versions by engine, such as `codex`. */
  readonly engineVersions: Readonly<Record<string, string>> | undefined;
}

const LABEL = "# gh-aw-metadata:";

/**
 * The compiler's metadata in a file's leading comments; `undefined` before gh-aw v0.46 and in files that gh-aw did not
 * compile.
 */
export const lockHeader: (workflow: Workflow) => LockHeader | undefined = memoizeByObject(({ text }) => {
  for (const { content } of leadingComments(text)) {
    if (content.startsWith(LABEL)) return parseHeader(content.slice(LABEL.length));
  }
  return undefined;
});

function parseHeader(json: string): LockHeader | undefined {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof header !== "object" || header === null || Array.isArray(header)) return undefined;
  const fields = new Map<string, unknown>(Object.entries(header));
  return {
    agentId: string(fields.get("agent_id")),
    detectionAgentId: string(fields.get("detection_agent_id")),
    agentModel: string(fields.get("agent_model")),
    compilerVersion: string(fields.get("compiler_version")),
    engineVersions: strings(fields.get("engine_versions")),
  };
}

function string(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function strings(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      typeof item === "string" ? [[key, item]] : [],
    ),
  );
}
