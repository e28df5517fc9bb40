import {
  isAlias,
  isCollection,
  isPair,
  isScalar,
  type Alias,
  type Document,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** The node that an alias stands for. */
export interface AliasTarget {
  readonly node: Scalar | YAMLMap | YAMLSeq;
  /** The node stands directly inside `{...}` or `[...]`. */
  readonly inFlow: boolean;
}

export type AliasTargets = ReadonlyMap<Alias, AliasTarget>;

/**
 * Finds the targets of all aliases of a document in one walk; the parser's own `resolve` walks the
 * whole document for each. An alias means the last node before it that has its anchor.
 */
export function aliasTargets(document: Document): AliasTargets {
  const anchored = new Map<string, AliasTarget>();
  const targets = new Map<Alias, AliasTarget>();
  const waiting: { readonly node: unknown; readonly inFlow: boolean }[] = [
    { node: document.contents, inFlow: false },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, inFlow } = next;
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target) targets.set(node, target);
    } else if (isPair(node)) {
      waiting.push({ node: node.value, inFlow }, { node: node.key, inFlow });
    } else if (isScalar(node) || isCollection(node)) {
      if (node.anchor) anchored.set(node.anchor, { node, inFlow });
      if (!isCollection(node)) continue;
      for (const item of node.items.toReversed()) waiting.push({ node: item, inFlow: node.flow === true });
    }
  }
  return targets;
}
