export { insertBeforeTables, insertIntoTable, locateExpression, replaceValue } from "./edit.js";
export {
  type LocatedKey,
  findAllKeys,
  findKeys,
  firstTableOffset,
  locateKey,
  locateSegments,
  locateTable,
} from "./locate.js";
export { type DuplicateKey, type InvalidToml, parseToml, parseTomlValue } from "./parse.js";
export {
  type TomlTable,
  type TomlValue,
  describeValue,
  isList,
  isTable,
  mergeTables,
  setValue,
  valueAt,
} from "./value.js";
