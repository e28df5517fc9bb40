import type { Span } from "../text/index.js";
import { entry, isNull, textOf, type YamlNode } from "../yaml/index.js";
import { readFrontMatter, valueAt } from "./front-matter-yaml.js";
import { importsOf, type SourceFile } from "./source-hash.js";

/** The place in a file that makes gh-aw run Codex. */
export interface CodexEngine {
  /** `engine`, which also takes `args`, or `safe-outputs.threat-detection.engine` beside another engine. */
  readonly role: "agent" | "detection";
  /** The word `codex`, in that file. */
  readonly span: Span;
}

export interface EngineFile extends CodexEngine {
  /** The source or a file that it imports. */
  readonly path: string;
  readonly text: string;
}

/**
 * Where a source, or else one of its imports, asks for Codex: gh-aw refuses a second `engine` in a source and all that it
 * imports.
 */
export function findCodexEngine(source: SourceFile): EngineFile | undefined {
  const imports = importsOf(source, "uses").files;
  for (const { path, text } of [{ path: source.path, text: source.text }].concat(imports)) {
    const engine = codexEngineIn(text);
    if (engine) return { ...engine, path, text };
  }
  return undefined;
}

/** Where a file itself asks for Codex. */
export function codexEngineIn(text: string): CodexEngine | undefined {
  const entries = readFrontMatter(text)?.entries ?? [];
  const agent = codexSpan(valueAt(entries, "engine"));
  if (agent) return { role: "agent", span: agent };
  const detection = codexSpan(valueAt(entries, "safe-outputs", "threat-detection", "engine"));
  return detection && { role: "detection", span: detection };
}

/** The span of the id, if that is Codex's. */
function codexSpan(engine: YamlNode | undefined): Span | undefined {
  if (engine?.kind === "scalar") return !isNull(engine) && engine.value === "codex" ? engine.span : undefined;
  if (engine?.kind !== "mapping" || textOf(engine.entries(), "id") !== "codex") return undefined;
  return entry(engine.entries(), "id")?.value?.span;
}
