import { diagnose } from "@gh-aw-lint/core";
import { diffChars, diffLines } from "diff";
import { describe, expect, test } from "vitest";
import { isAlias, isScalar, parseDocument, visit } from "yaml";
import { mend } from "../support/mend.js";
import { labelledFiles } from "../support/shared.js";

const files = labelledFiles();

describe.skipIf(files.length === 0)("fixes of real lock files", () => {
  test.each(files)("$file: leave nothing to report, and mending again changes nothing", ({ text }) => {
    const mended = mend(text);
    expect(diagnose(mended)).toEqual([]);
    expect(mend(mended)).toBe(mended);
  });

  test.each(files)("$file: only insert and move", ({ text }) => {
    const mended = mend(text);
    const removed: string[] = [];
    const added: string[] = [];
    for (const change of diffLines(text, mended)) {
      if (change.removed) removed.push(...change.value.split("\n"));
      if (change.added) added.push(...change.value.split("\n"));
    }
    for (const line of removed) {
      const isMoved = added.includes(line);
      const isExtended = added.some((other) => diffChars(line, other).every((change) => !change.removed));
      expect(isMoved || isExtended, line).toBe(true);
    }
  });

  test.each(files)("$file: change no node but scripts and the JSON of Codex's configuration", ({ text }) => {
    const before = nodesOf(text);
    const after = nodesOf(mend(text));
    expect(after.length).toBe(before.length);
    for (const [index, node] of before.entries()) {
      if (node !== after[index]) expect(node).toMatch(/model_providers|codex|config\.toml/);
    }
  });
});

/** Every node of a file in order, with its style, tags, anchors and comments. */
function nodesOf(text: string): readonly string[] {
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
