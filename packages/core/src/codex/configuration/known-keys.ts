import { checkShape } from "./check-shape.js";
import { configurationShape } from "./configuration-shape.js";
import type { Shape } from "./shape.js";
import { parseToml, valueAt } from "../../toml/index.js";
import { hasChange, hasKeyChange, hasProfileFiles } from "../releases/index.js";

/** The keys that the table at `path` may have; `undefined` if it may have any, or if the table is not known. */
export function knownKeys(path: readonly string[], release: string): readonly string[] | undefined {
  const shape = tableOf(shapeAt(path, release));
  return shape?.kind === "table" && shape.others === undefined ? Object.keys(shape.fields) : undefined;
}

/** Whether Codex would accept the key `name` of a table of config.toml, with its value, at the root. */
export function fitsAtRoot(config: string, table: readonly string[], name: string, release: string): boolean {
  const parsed = parseToml(config);
  const value = "kind" in parsed ? undefined : valueAt(parsed, [...table, name]);
  const shape = shapeAt([name], release);
  // Codex 0.134 and later rejects `profile` at the root (measured).
  if (value === undefined || !shape || (name === "profile" && hasChange(release, hasProfileFiles)))
    return false;
  return shape.kind !== "anything" && checkShape(value, shape, [name], release) === undefined;
}

function shapeAt(path: readonly string[], release: string): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (shape, key) => inRelease(memberOf(tableOf(shape), key), release),
    configurationShape,
  );
}

function memberOf(shape: Shape | undefined, key: string): Shape | undefined {
  switch (shape?.kind) {
    case "table":
      return Object.hasOwn(shape.fields, key) ? shape.fields[key] : shape.others;
    case "mapOf":
      return shape.value;
    default:
      return undefined;
  }
}

/** Of alternative shapes, the one that is a table. */
function tableOf(shape: Shape | undefined): Shape | undefined {
  return shape?.kind === "either" ? shape.shapes.find(({ kind }) => kind === "table") : shape;
}

/** The shape that applies in a release. */
function inRelease(shape: Shape | undefined, release: string): Shape | undefined {
  return shape?.kind === "byRelease"
    ? inRelease(hasKeyChange(release, shape.change) ? shape.from : shape.before, release)
    : shape;
}
