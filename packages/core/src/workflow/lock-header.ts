import { leadingComments } from "../yaml/index.js";
import type { LockHeader } from "./workflow.js";

const label = "# gh-aw-metadata:";

/** Reads the compiler's metadata from the comments at the top of the file. */
export function readLockHeader(text: string): LockHeader | undefined {
  for (const { content } of leadingComments(text)) {
    if (content.startsWith(label)) return parseHeader(content.slice(label.length));
  }
  return undefined;
}

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
