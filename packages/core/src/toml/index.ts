export { withoutByteOrderMark } from "./byte-order-mark.js";
export { readDottedKey } from "./dotted-key.js";
export {
  type LocatedKey,
  findAllKeys,
  findKeys,
  firstTableOffset,
  lastTablePath,
  locateKey,
  locateSegments,
  locateTable,
} from "./locate.js";
export { mergeTables, setValue } from "./merge-tables.js";
export { insertBeforeTables, insertIntoTable, locateExpression, replaceValue } from "./toml-place.js";
export { oversizedInteger } from "./toml-tree.js";
export {
  type TomlTable,
  type TomlValue,
  describeValue,
  isList,
  isTable,
  tableFrom,
  valueAt,
} from "./toml-value.js";
