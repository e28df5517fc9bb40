/** What a compiler takes for an import when it hashes: newer ones also read `- uses: PATH` and `- path: PATH`. */
export type ImportReading = "plain" | "uses";

/**
 * The imports that a front matter names, as the hash of gh-aw finds them: line by line, without a YAML parser
 * (frontmatter_hash.go, `extractImportsFromText`). What a YAML parser would say otherwise does not matter.
 */
export function importPaths(frontMatter: string, reading: ImportReading): readonly string[] {
  const paths: string[] = [];
  let block: ImportsBlock | undefined;
  for (const line of frontMatter.split("\n")) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;
    if (content.startsWith("imports:")) {
      block = { indent: indentOf(line), aw: undefined, isMapping: false };
      continue;
    }
    if (!block) continue;
    const indent = indentOf(line);
    if (indent <= block.indent) break;
    if (readsKey(block, content, indent)) continue;
    const isItem =
      content.startsWith("-") && (!block.isMapping || (block.aw !== undefined && indent > block.aw));
    const path = isItem ? pathOf(content, reading) : "";
    if (path !== "") paths.push(path);
  }
  return paths;
}

interface ImportsBlock {
  readonly indent: number;
  /** The indentation of the key `aw`, while its list is read. */
  aw: number | undefined;
  /** `imports:` has keys: only the list of `aw` names files. */
  isMapping: boolean;
}

function readsKey(block: ImportsBlock, content: string, indent: number): boolean {
  if (indent !== block.indent + 2) return false;
  if (content.startsWith("aw:")) {
    block.isMapping = true;
    block.aw = indent;
    return true;
  }
  if (!block.isMapping || content.startsWith("-") || !content.includes(":")) return false;
  block.aw = undefined;
  return true;
}

function pathOf(item: string, reading: ImportReading): string {
  const value = item.slice(1).trim();
  const path = reading === "uses" ? value.replace(/^(?:uses|path):/, "").trim() : value;
  return trimQuotes(path);
}

function trimQuotes(text: string): string {
  const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";
  let [start, end] = [0, text.length];
  while (start < end && isQuote(text[start])) start++;
  while (end > start && isQuote(text[end - 1])) end--;
  return text.slice(start, end);
}

function indentOf(line: string): number {
  return line.length - line.replace(/^[ \t]+/, "").length;
}
