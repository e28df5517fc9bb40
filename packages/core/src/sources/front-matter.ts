import { type Line, lineFeedAfter, nextLineStart, type Span } from "../text/index.js";
import { entry, isNull, parseYaml, type YamlEntry, type YamlNode } from "../yaml/index.js";

/** The YAML at the top of a Markdown file, between two lines of `---`, as gh-aw finds it. */
export interface FrontMatter {
  /** The lines between the delimiters, each with its line end. */
  readonly span: Span;
  /** The text after the second delimiter's line. */
  readonly body: Span;
}

/**
 * Finds the front matter of a file; `unclosed` if the second delimiter is missing, which gh-aw rejects; `undefined` if
 * there is none (frontmatter_hash.go, `extractFrontmatterAndBodyText`).
 */
export function findFrontMatter(text: string): FrontMatter | "unclosed" | undefined {
  const first = lineAt(text, text.startsWith("\uFEFF") ? 1 : 0);
  if (!isDelimiter(text, first)) return undefined;
  for (let line = first; line.next < text.length;) {
    line = lineAt(text, line.next);
    if (!isDelimiter(text, line)) continue;
    return {
      span: { start: first.next, end: line.start },
      body: { start: line.next, end: text.length },
    };
  }
  return "unclosed";
}

/** The line that starts at `start`. */
function lineAt(text: string, start: number): Line {
  return { start, end: lineFeedAfter(text, start), next: nextLineStart(text, start) };
}

function isDelimiter(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === "---";
}

/** The keys of a front matter; all spans are offsets in the file. */
export interface FrontMatterYaml extends FrontMatter {
  readonly entries: readonly YamlEntry[];
}

/** Reads the front matter of a file; `undefined` if there is none, or if it is not a YAML mapping. */
export function readFrontMatter(text: string): FrontMatterYaml | undefined {
  const found = findFrontMatter(text);
  if (found === undefined || found === "unclosed") return undefined;
  const { root, problems } = parseYaml(text.slice(found.span.start, found.span.end), found.span.start);
  const entries = root?.kind === "mapping" ? root.entries() : [];
  // Problems of aliases are found only when the nodes are read.
  plainEntries(entries);
  if (problems.length > 0 || (root && root.kind !== "mapping")) return undefined;
  return { ...found, entries };
}

/** The value at a path of keys. */
export function valueAt(entries: readonly YamlEntry[], ...keys: readonly string[]): YamlNode | undefined {
  const [key, ...rest] = keys;
  const value = key === undefined ? undefined : entry(entries, key)?.value;
  if (rest.length === 0) return value;
  return value?.kind === "mapping" ? valueAt(value.entries(), ...rest) : undefined;
}

/** A YAML value as data, to compare whether two texts mean the same. */
export type PlainValue =
  | string
  | { readonly plain: string }
  | { readonly items: readonly PlainValue[] }
  | { readonly entries: readonly (readonly [key: string, value: PlainValue])[] };

/**
 * A node as data. Omits the value at the path `without`, and mappings that then become empty. On that path, a string
 * counts as a mapping with that `id`, as in `engine: codex`.
 */
export function plainValue(node: YamlNode | undefined, without: readonly string[] = []): PlainValue {
  switch (node?.kind) {
    case undefined:
      return { entries: [] };
    case "scalar": {
      // `"true"` is a text, `true` is not.
      const value = node.style === "plain" ? { plain: node.value } : node.value;
      if (isNull(node)) return { entries: [] };
      return without.length > 0 ? { entries: [["id", value]] } : value;
    }
    case "sequence":
      return { items: node.items().map((item) => plainValue(item)) };
    case "mapping":
      return { entries: plainEntries(node.entries(), without) };
  }
}

/** The entries of a mapping as data. */
export function plainEntries(
  entries: readonly YamlEntry[],
  [key, ...rest]: readonly string[] = [],
): readonly (readonly [string, PlainValue])[] {
  return entries.flatMap((found): (readonly [string, PlainValue])[] => {
    if (found.key !== key) return [[found.key, plainValue(found.value)]];
    if (rest.length === 0) return [];
    const value = plainValue(found.value, rest);
    const isEmpty = typeof value === "object" && "entries" in value && value.entries.length === 0;
    return isEmpty ? [] : [[found.key, value]];
  });
}
