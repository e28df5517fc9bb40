import { lazyText, unmappedText, type MappedText } from "../text/index.js";
import { readBlockScalar } from "./block-scalar.js";
import { coreText, coreValue } from "./core-value.js";
import { readFlowScalar } from "./flow-scalar.js";
import type { ScalarReading } from "./scalar-reading.js";
import { verifiedText } from "./verified-text.js";
import { isNull, type YamlScalar } from "./yaml-node.js";

/**
 * The text that GitHub makes of a scalar, with its places in the file. Where it cannot be derived, as in a file that
 * is no good YAML or of a number that is written otherwise, all positions fall on the scalar and no edit is possible.
 */
export function scalarText(file: MappedText, scalar: YamlScalar): MappedText {
  const text = coreText(coreValue(scalar));
  if (isNull(scalar) || text !== scalar.value) return unmappedText(text, scalar.span);
  return lazyText(text, () => placedText(file, scalar));
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
