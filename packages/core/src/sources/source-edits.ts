import { applyEdits, lineStart, type TextEdit } from "../text/index.js";
import {
  appendEntry,
  appendItems,
  entry,
  entryLines,
  insertLines,
  isNull,
  type YamlEntry,
  type YamlNode,
} from "../yaml/index.js";
import { plainEntries, plainValue, readFrontMatter, valueAt, type PlainValue } from "./front-matter.js";

type Edits = readonly TextEdit[] | undefined;

/*
 * Edits of the front matter of a file. They edit the text, so that comments, quotes and the order stay, and check the
 * result: `undefined` if the edited text does not differ in exactly the intended value.
 */

/** Adds arguments to `engine.args`; an `engine` that is a text becomes a mapping with that `id`. */
export function addEngineArgs(text: string, args: readonly string[]): string | undefined {
  const entries = readFrontMatter(text)?.entries ?? [];
  const engine = entry(entries, "engine");
  const present = valueAt(entries, "engine", "args");
  const before = present?.kind === "sequence" ? present.items().map((item) => plainValue(item)) : [];
  const edits = engine && engineEdits(text, engine, args);
  return changed(text, edits, ["engine", "args"], { items: before.concat(args) });
}

/** Sets `features.gh-aw-detection` to `false`, so that the engine itself, with `engine.args`, detects threats. */
export function disableExternalDetection(text: string): string | undefined {
  const frontMatter = readFrontMatter(text);
  if (!frontMatter) return undefined;
  const features = entry(frontMatter.entries, "features");
  const edits = features
    ? settingEdits(text, features.value, DETECTION, "false")
    : [insertLines(text, frontMatter.span.end, ["features:", `  ${DETECTION}: false`])];
  return changed(text, edits, ["features", DETECTION], { plain: "false" });
}

const DETECTION = "gh-aw-detection";

/**
 * Sets `safe-outputs.threat-detection.engine` to the `engine` of `original`, so that `engine.args` do not apply to
 * threat detection (gh-aw threat_detection.go: its own engine has its own arguments).
 */
export function giveDetectionItsEngine(original: string, text: string): string | undefined {
  const path = ["safe-outputs", "threat-detection", "engine"] as const;
  if (valueAt(readFrontMatter(text)?.entries ?? [], ...path)) return text;
  const own = valueAt(readFrontMatter(original)?.entries ?? [], "engine");
  const outputs = valueAt(readFrontMatter(text)?.entries ?? [], "safe-outputs");
  const engine = inFlow(original, own);
  if (outputs?.kind !== "mapping" || engine === undefined) return undefined;
  const detection = entry(outputs.entries(), "threat-detection");
  const edits = detection
    ? settingEdits(text, detection.value, "engine", engine)
    : some(appendEntry(text, outputs, "threat-detection", `{ engine: ${engine} }`));
  return changed(text, edits, path, plainValue(own));
}

function engineEdits(text: string, { keySpan, value }: YamlEntry, args: readonly string[]): Edits {
  if (value?.kind === "mapping") {
    const present = entry(value.entries(), "args");
    if (!present) return some(appendEntry(text, value, "args", args));
    return present.value?.kind === "sequence" ? some(appendItems(text, present.value, args)) : undefined;
  }
  if (value?.kind !== "scalar" || isNull(value)) return undefined;
  const isOnLine = /^:[ \t]+$/.test(text.slice(keySpan.end, value.span.start));
  const indent = text.slice(lineStart(text, keySpan.start), keySpan.start);
  const id = text.slice(value.span.start, value.span.end);
  if (!isOnLine || indent.trim() !== "" || id.includes("\n")) return undefined;
  const lines = [`${indent}  id: ${id}`].concat(entryLines(`${indent}  `, "args", args));
  // A comment after the value stays after the key.
  return [
    { start: keySpan.end + 1, end: value.span.end, text: "" },
    insertLines(text, value.span.end, lines),
  ];
}

/** Sets a key of a mapping; `value` is YAML source of one word. */
function settingEdits(text: string, mapping: YamlNode | undefined, key: string, value: string): Edits {
  if (mapping?.kind !== "mapping") return undefined;
  const present = entry(mapping.entries(), key)?.value;
  if (!present) return some(appendEntry(text, mapping, key, value));
  return present.kind === "scalar" ? [{ ...present.span, text: value }] : undefined;
}

/** The source of a scalar or a flat mapping in flow style; `undefined` if it cannot be on one line. */
function inFlow(text: string, node: YamlNode | undefined): string | undefined {
  if (node?.kind === "scalar") {
    const word = text.slice(node.span.start, node.span.end);
    return /[\n,{}[\]#]/.test(word) ? undefined : word;
  }
  if (node?.kind !== "mapping") return undefined;
  const words = node.entries().map(({ key, value }) => [key, inFlow(text, value)] as const);
  const isFlat = node.entries().every(({ value }) => value?.kind === "scalar");
  if (!isFlat || words.some(([, word]) => word === undefined)) return undefined;
  return `{ ${words.map(([key, word]) => `${key}: ${word ?? ""}`).join(", ")} }`;
}

function some(edit: TextEdit | undefined): Edits {
  return edit && [edit];
}

/** The edited text, if its front matter has the expected value at `path` and is unchanged elsewhere. */
function changed(
  text: string,
  edits: Edits,
  path: readonly string[],
  expected: PlainValue,
): string | undefined {
  if (!edits) return undefined;
  const result = applyEdits(text, edits);
  const [before, after] = [readFrontMatter(text)?.entries, readFrontMatter(result)?.entries];
  if (!before || !after || !isSame(plainValue(valueAt(after, ...path)), expected)) return undefined;
  return isSame(plainEntries(after, path), plainEntries(before, path)) ? result : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
