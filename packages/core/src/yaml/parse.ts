import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Scalar } from "yaml";
import { once, type Span } from "../text/index.js";
import { aliasTargets, composeDocument, type AliasTargets } from "./compose.js";
import { readUsualLayout } from "./usual-layout.js";
import type { ScalarStyle, YamlEntry, YamlNode, YamlProblem } from "./node.js";

/** A parsed YAML document. */
export interface YamlFile {
  readonly root: YamlNode | undefined;
  /** Grows while nodes are read: aliases and duplicate keys are checked only then. */
  readonly problems: readonly YamlProblem[];
  /** Whether it has an alias, whose target may lie outside the text. */
  readonly hasAliases: boolean;
}

/** Parses a text that starts at the offset `base` of its file; spans are offsets in the file. Never throws. */
export function parseYaml(text: string, base = 0): YamlFile {
  const root = readUsualLayout(text, base, ({ start, end }, indentation) =>
    // The indentation of a block scalar may count from that of its key.
    valueOfEntry(
      parseWithParser(" ".repeat(indentation) + text.slice(start, end), base + start - indentation),
    ),
  );
  return root ? { root, problems: [], hasAliases: false } : parseWithParser(text, base);
}

/** The value of a single entry; `undefined` if the text has more or less than that, or a problem. */
function valueOfEntry({ root, problems, hasAliases }: YamlFile): YamlNode | undefined {
  if (root?.kind !== "mapping" || hasAliases) return undefined;
  readAll(root);
  const [only, ...others] = root.entries();
  const value = only?.value;
  const isEmpty = value?.kind === "scalar" && value.span.start === value.span.end;
  // Duplicate keys are found only when the entries are read.
  return problems.length > 0 || others.length > 0 || isEmpty ? undefined : value;
}

/** Reads all of a node, so that its problems are known. */
function readAll(node: YamlNode | undefined): void {
  if (node?.kind === "mapping") for (const { value } of node.entries()) readAll(value);
  if (node?.kind === "sequence") node.items().forEach(readAll);
}

/** Like `parseYaml`, with the parser. */
export function parseWithParser(text: string, base = 0): YamlFile {
  const { document, problems, hasAliases, regions } = composeDocument(text);
  const valueOf = (node: Scalar): string => {
    const [start, end] = node.range ?? [0, 0];
    const isChanged = regions.some((region) => region.start <= start && end <= region.end);
    return (isChanged ? valueByItself(text.slice(start, end)) : node.source) ?? "";
  };
  return {
    root: document && readNodes(document, text.length, problems, base, valueOf),
    problems,
    hasAliases,
  };
}

/** The value of a scalar parsed as a document of its own, where no line can be under-indented. */
function valueByItself(source: string): string | undefined {
  const contents = composeDocument(source).document?.contents;
  return isScalar(contents) ? contents.source : undefined;
}

function readNodes(
  document: Document,
  fileLength: number,
  problems: YamlProblem[],
  base: number,
  valueOf: (node: Scalar) => string,
): YamlNode | undefined {
  const spanOf = (node: { readonly range?: readonly [number, number, number] | null }): Span => {
    const [start, end] = node.range ?? [0, 0, 0];
    return { start: start + base, end: end + base };
  };
  let targets: AliasTargets | undefined;
  // A few nested aliases can stand for any amount of text. Real files repeat a step or an `env` here and there.
  let repeatable = 1_000_000 + fileLength;

  function follow(alias: Alias): YamlNode | undefined {
    targets ??= aliasTargets(document);
    const target = targets.get(alias);
    const offset = alias.range?.[0] ?? 0;
    if (!target) {
      problems.push({ message: `Alias \`*${alias.source}\` stands for no node.`, offset });
      return undefined;
    }
    const span = spanOf(target.node);
    if (repeatable < 0) return undefined;
    repeatable -= span.end - span.start + 1;
    if (repeatable < 0) {
      problems.push({
        message: "From here on, aliases are not followed: they repeat too much text.",
        offset,
      });
      return undefined;
    }
    return read(target.node, target.inFlow);
  }

  function read(node: unknown, inFlow: boolean): YamlNode | undefined {
    if (isAlias(node)) return follow(node);
    if (isScalar(node)) return readScalar(node, valueOf(node), spanOf(node), inFlow);
    if (isMap(node)) {
      return {
        kind: "mapping",
        span: spanOf(node),
        entries: once(() => {
          const keys = new Set<string>();
          return node.items.flatMap(({ key, value }): YamlEntry[] => {
            if (!isScalar(key) || key.source === undefined) return [];
            const name = valueOf(key);
            const keySpan = spanOf(key);
            if (keys.has(name))
              problems.push({ message: `\`${name}\` is already defined.`, offset: keySpan.start });
            if (name === "<<" && key.type === "PLAIN")
              problems.push({ message: "GitHub supports no merge keys (`<<`).", offset: keySpan.start });
            keys.add(name);
            return [{ key: name, keySpan, value: read(value, node.flow === true) }];
          });
        }),
      };
    }
    if (isSeq(node)) {
      return {
        kind: "sequence",
        span: spanOf(node),
        items: () =>
          node.items.map((item) => read(item, node.flow === true)).filter((item) => item !== undefined),
      };
    }
    return undefined;
  }

  return read(document.contents, false);
}

const styles: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function readScalar(node: Scalar, value: string, span: Span, inFlow: boolean): YamlNode {
  return {
    kind: "scalar",
    style: styles[node.type ?? "PLAIN"],
    span,
    value,
    inFlow,
  };
}
