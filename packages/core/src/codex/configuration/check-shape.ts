import type { PathProblem } from "./key-problem.js";
import type { Shape } from "./shape.js";
import { describeValue, isList, isTable, type TomlTable, type TomlValue } from "../../toml/index.js";
import { hasKeyChange } from "../releases/index.js";

/** The first problem in a value that makes Codex reject it; `undefined` if Codex accepts the value. */
export function checkShape(
  value: TomlValue,
  shape: Shape,
  path: readonly string[],
  release: string,
): PathProblem | undefined {
  const wrong = (expected: string): PathProblem => ({
    kind: "wrongType",
    expected,
    found: describeValue(value),
    path,
  });
  switch (shape.kind) {
    case "anything":
      return undefined;
    case "text":
      // Measured: a bare TOML date passes as its text.
      if (typeof value !== "string" && !(value instanceof Date)) return wrong("a string");
      return shape.nonEmpty && typeof value === "string" && value.trim() === ""
        ? wrong("a string that is not empty")
        : undefined;
    case "boolean":
      return typeof value === "boolean" ? undefined : wrong("a boolean");
    case "integer":
      if (typeof value !== "bigint") return wrong("an integer");
      if (shape.from !== undefined && value < shape.from)
        return wrong(`an integer from ${String(shape.from)}`);
      return shape.to !== undefined && value > shape.to
        ? wrong(`an integer up to ${String(shape.to)}`)
        : undefined;
    case "number":
      if (typeof value !== "bigint" && typeof value !== "number") return wrong("a number");
      return value < 0 ? wrong("a number that is not negative") : undefined;
    case "oneOf":
      if (typeof value !== "string") return wrong("a string");
      return shape.values.includes(value) ? undefined : unknownValue(value, shape.values, path);
    case "listOf":
      if (!isList(value)) return wrong("an array");
      return firstProblem(value, (element) => checkShape(element, shape.element, path, release));
    case "mapOf":
      if (!isTable(value)) return readsList(value, path, release) ? undefined : wrong("a table");
      return (
        firstProblem(value, ([key, entry]) => checkShape(entry, shape.value, [...path, key], release)) ??
        shape.rule?.(value, path, release)
      );
    case "table":
      if (!isTable(value)) return readsList(value, path, release) ? undefined : wrong("a table");
      return checkFields(value, shape, path, release) ?? shape.rule?.(value, path, release);
    case "either":
      return shape.shapes.some((one) => checkShape(value, one, path, release) === undefined)
        ? undefined
        : checkShape(value, shape.shapes[0], path, release);
    case "byRelease":
      return checkShape(
        value,
        hasKeyChange(release, shape.change) ? shape.from : shape.before,
        path,
        release,
      );
  }
}

/** Tables that some release also accepts as an array, whose elements it reads as the table's fields, in order. */
const LISTED =
  /^(?:sandbox_workspace_write|skills|tools|tool_suggest|auto_review|(?:plugins|apps|marketplaces)\.[^.]+|otel\.[a-z_]+\.otlp-(?:http|grpc))$/;

/**
 * Whether a release may accept an array for the table at `path` (0.128.0, 0.144.5 and 0.169.0 were run). `history`
 * may be an empty array if it needs no `persistence`: 0.128.0 rejects that, 0.144.5 accepts it.
 */
function readsList(value: TomlValue, path: readonly string[], release: string): boolean {
  if (!isList(value)) return false;
  const name = path.join(".");
  if (name === "history") return value.length === 0 && hasKeyChange(release, "history without persistence");
  return LISTED.test(name);
}

function checkFields(
  value: TomlTable,
  { fields, others }: Extract<Shape, { readonly kind: "table" }>,
  path: readonly string[],
  release: string,
): PathProblem | undefined {
  return firstProblem(value, ([key, entry]) => {
    const shape = Object.hasOwn(fields, key) ? fields[key] : others;
    return shape && checkShape(entry, shape, [...path, key], release);
  });
}

function firstProblem<Item>(
  items: Iterable<Item>,
  check: (item: Item) => PathProblem | undefined,
): PathProblem | undefined {
  for (const item of items) {
    const problem = check(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function unknownValue(value: string, expected: readonly string[], path: readonly string[]): PathProblem {
  const [, provider, key] = path;
  return key === "wire_api" && value === "chat" && provider !== undefined
    ? { kind: "chatWireApi", provider, path }
    : { kind: "unknownValue", value, expected, path };
}
