import { isAlias, isScalar, parseDocument, visit } from "yaml";

/** All nodes of a file in order, with style, tags, anchors and comments. */
export function nodesOf(text: string): readonly string[] {
  const nodes: string[] = [];
  visit(parseDocument(text), {
    Node(_, node) {
      const common = `${node.tag ?? ""} ${node.comment ?? ""} ${node.commentBefore ?? ""}`;
      if (isScalar(node))
        nodes.push(`${common} ${node.anchor ?? ""} ${node.type ?? ""} ${String(node.value)}`);
      else nodes.push(isAlias(node) ? `${common} *${node.source}` : common);
    },
  });
  return nodes;
}
