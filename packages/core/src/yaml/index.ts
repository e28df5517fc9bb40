export { type CoreValue, coreText, coreValue, numberText } from "./core-value.js";
export { type ContentLine, contentLines } from "./content-lines.js";
export { scalarText } from "./scalar-text.js";
export { entry, textOf } from "./yaml-entry.js";
export { parseYaml } from "./yaml-file.js";
export {
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
  type YamlProblem,
  isNull,
} from "./yaml-node.js";
