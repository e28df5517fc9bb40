import { type CoreValue, coreValue } from "./core-schema.js";
import type { YamlNode } from "./node.js";

/** The value of a node as JSON would hold it. */
export type PlainValue = CoreValue | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** The value of a node in YAML 1.2's core schema. A key without a value is null. */
export function plainValue(node: YamlNode): PlainValue {
  switch (node.kind) {
    case "scalar":
      return coreValue(node);
    case "sequence":
      return node.items().map(plainValue);
    case "mapping":
      return Object.fromEntries(
        node.entries().map(({ key, value }) => [key, value === undefined ? null : plainValue(value)]),
      );
  }
}
