export { type CoreValue, coreText, coreValue, numberText } from "./core-value.js";
export { appendEntry, appendItems, entryLines, insertLines } from "./append.js";
export { type ContentLine, contentLines } from "./content-lines.js";
export { scalarText } from "./scalar-text.js";
export { entry, textOf } from "./yaml-entry.js";
export { parseYaml } from "./yaml-file.js";
export {
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
  type YamlSequence,
  type YamlProblem,
  isNull,
} from "./yaml-node.js";
