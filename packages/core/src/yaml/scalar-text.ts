import { lazyText, unmappedText, type MappedText } from "../text/index.js";
import { readBlockScalar } from "./block-scalar.js";
import { readFlowScalar } from "./flow-scalar.js";
import type { ScalarReading } from "./scalar-reading.js";
import { verifiedText } from "./verified-text.js";
import { isNull, type YamlScalar } from "./yaml-node.js";

/**
 * The content of a scalar, with its places in the file. Where it cannot be derived, as in a file that
 * is no good YAML, all positions fall on the scalar and no edit is possible.
 */
export function scalarText(file: MappedText, scalar: YamlScalar): MappedText {
  if (isNull(scalar)) return unmappedText("", scalar.span);
  return lazyText(scalar.value, () => placedText(file, scalar));
}

function placedText(file: MappedText, scalar: YamlScalar): MappedText {
  const reading = readScalar(file, scalar);
  if (reading?.text.text !== scalar.value) return unmappedText(scalar.value, scalar.span);
  return verifiedText(file, scalar.span, reading);
}

function readScalar(file: MappedText, { style, span, value, inFlow }: YamlScalar): ScalarReading | undefined {
  switch (style) {
    case "literal":
    case "folded":
      return readBlockScalar(file, span, value);
    case "plain":
    case "single-quoted":
    case "double-quoted":
      return readFlowScalar(file, span, style, inFlow);
  }
}
