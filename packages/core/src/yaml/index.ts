export { appendEntry, appendItems, entryLines, insertLines } from "./append.js";
export { type ContentLine, contentLines, headerEnd, leadingComments } from "./comments.js";
export { type CoreValue, coreText, coreValue, entry, isNull, numberText, textOf } from "./core-schema.js";
export type { YamlEntry, YamlMapping, YamlNode, YamlProblem, YamlScalar, YamlSequence } from "./node.js";
export { parseYaml } from "./parse.js";
export { type PlainValue, plainValue } from "./plain-value.js";
export { scalarText } from "./scalar-text.js";
