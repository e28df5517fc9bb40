import { readOptions } from "../codex/command/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { providerFor, providerKeys } from "../fix/index.js";
import type { CodexRun } from "../runs/index.js";
import type { Span, TextEdit } from "../text/index.js";
import { entry, isNull, textOf, type YamlNode } from "../yaml/index.js";
import { readFrontMatter, valueAt } from "./front-matter.js";
import { importsOf, type SourceFile } from "./source-hash.js";

/** The setting in a file that makes gh-aw run Codex. */
export interface CodexEngine {
  /**
   * `agent`: `engine`, which also takes `args`; `detection`: `safe-outputs.threat-detection.engine` next to
   * another engine.
   */
  readonly role: "agent" | "detection";
  /** The word `codex`, in that file. */
  readonly span: Span;
}

/** A Codex engine with its file. */
export interface EngineFile extends CodexEngine {
  /** The source or a file that it imports. */
  readonly path: string;
  readonly text: string;
}

/**
 * Finds the Codex engine of a source, in the source or in one of its imports. gh-aw rejects a second `engine` in a
 * source and its imports.
 */
export function findCodexEngine(source: SourceFile): EngineFile | undefined {
  const imports = importsOf(source, "uses").files;
  for (const { path, text } of [{ path: source.path, text: source.text }].concat(imports)) {
    const engine = codexEngineIn(text);
    if (engine) return { ...engine, path, text };
  }
  return undefined;
}

/** The Codex engine in the file itself; `undefined` if there is none. */
export function codexEngineIn(text: string): CodexEngine | undefined {
  const entries = readFrontMatter(text)?.entries ?? [];
  const agent = codexSpan(valueAt(entries, "engine"));
  if (agent) return { role: "agent", span: agent };
  const detection = codexSpan(valueAt(entries, "safe-outputs", "threat-detection", "engine"));
  return detection && { role: "detection", span: detection };
}

/** The span of the engine's id, if it is `codex`. */
function codexSpan(engine: YamlNode | undefined): Span | undefined {
  if (engine?.kind === "scalar") return !isNull(engine) && engine.value === "codex" ? engine.span : undefined;
  if (engine?.kind !== "mapping" || textOf(engine.entries(), "id") !== "codex") return undefined;
  return entry(engine.entries(), "id")?.value?.span;
}

/** Texts that need no quotes for the shell and Codex: gh-aw writes `engine.args` without quotes. */
const PLAIN = /^[\w.:/@+-]+$/;

/**
 * The arguments that define and select the provider that a run needs; `undefined` if they would need quotes. Codex
 * reads a value that is not TOML as text, so an address or a name needs no quotes.
 */
export function engineArgs(run: CodexRun, options: DiagnoseOptions): readonly string[] | undefined {
  const provider = providerFor(run, options);
  // The default name contains blanks.
  const named = { ...provider, name: provider.id };
  const settings = [`model_provider=${provider.id}`].concat(
    providerKeys(named).map(([key, value]) => `model_providers.${provider.id}.${key}=${String(value)}`),
  );
  const values = [provider.id, provider.baseUrl, provider.envKey ?? provider.id];
  const arePlain = values.every(
    (value) => PLAIN.test(value) && !/^[+-]?\d|^(?:true|false|inf|nan)$/.test(value),
  );
  return arePlain ? settings.flatMap((setting) => ["-c", setting]) : undefined;
}

/**
 * Inserts arguments into each Codex command line of a lock file where the compiler writes `engine.args`: after all
 * other options, before the prompt (gh-aw codex_engine.go). External threat detection gets none. `undefined` if a
 * command line has no such place.
 */
export function argumentEdits(
  runs: readonly CodexRun[],
  args: readonly string[],
): readonly TextEdit[] | undefined {
  const edits = new Map<number, TextEdit>();
  for (const run of runs) {
    if (run.starter === "threat-detect") continue;
    const edit = argumentEdit(run, args);
    if (!edit) return undefined;
    edits.set(edit.start, edit);
  }
  return [...edits.values()];
}

function argumentEdit(
  { args: present, argumentLocations }: CodexRun,
  args: readonly string[],
): TextEdit | undefined {
  const { options, subcommand = -1, isExec } = readOptions(present);
  const file = present.findIndex((arg) => arg === "--prompt-file" || arg.startsWith("--prompt-file="));
  const prompt = file === -1 ? present.length - 1 : file;
  // Up to Codex 0.163, a `-c` after `exec` discards those before it (measured).
  const config = options.filter(({ name }) => name === "config");
  const losesFlags = config.length > 0 && config.every(({ beforeExec }) => beforeExec);
  const location = argumentLocations[prompt];
  if (!isExec || prompt <= subcommand || losesFlags || !location) return undefined;
  return location.script.edit(location.start, location.start, `${args.join(" ")} `);
}
