import { isPlainType, isPlainWord } from "./plain-words.js";
import { hasChange, namesKeyInErrors, requiresProviderNames } from "../releases/index.js";

/** A value of the wrong type, such as `supports_websockets = "false"`. */
export interface WrongType {
  readonly kind: "wrongType";
  /** With its article: `a boolean`. */
  readonly expected: string;
  /** With its article: `the string "false"`. */
  readonly found: string;
}

/** A text that is not one of the `expected` ones. */
export interface UnknownValue {
  readonly kind: "unknownValue";
  readonly value: string;
  readonly expected: readonly string[];
}

/** A table that lacks one of the `fields`; `path` is that of the table. */
export interface MissingField {
  readonly kind: "missingField";
  readonly fields: readonly string[];
}

/** A key that is not allowed next to `other` or, without `other`, in that table. */
export interface UnsupportedField {
  readonly kind: "unsupportedField";
  readonly other?: string;
}

/** `wire_api = "chat"`. */
export interface ChatWireApi {
  readonly kind: "chatWireApi";
  readonly provider: string;
}

/** A provider table whose id is that of a built-in provider. */
export interface ReservedProvider {
  readonly kind: "reservedProvider";
  readonly provider: string;
}

/** A provider without `name`; `path` is that of its table. */
export interface MissingName {
  readonly kind: "missingName";
  readonly provider: string;
}

/** A provider whose `name` is empty. */
export interface EmptyName {
  readonly kind: "emptyName";
  readonly provider: string;
}

/** A problem with the value of a key, wherever the key is set. `keyProblemError` words each kind. */
export type KeyProblem =
  | WrongType
  | UnknownValue
  | MissingField
  | UnsupportedField
  | ChatWireApi
  | ReservedProvider
  | MissingName
  | EmptyName;

/** A problem, and the path of its key. */
export type PathProblem = KeyProblem & { readonly path: readonly string[] };

/** Codex's error message for a problem, as recorded, on one line; `undefined` if none is recorded. */
export function keyProblemError(problem: PathProblem, release: string): string | undefined {
  switch (problem.kind) {
    case "wrongType":
      return wrongType(problem, problem.path, release);
    case "unknownValue":
      if (!isPlainWord(problem.path)) return LOADING;
      return loadingError(
        `unknown variant \`${problem.value}\`, expected ${variants(problem.expected)}`,
        problem.path,
        release,
      );
    case "chatWireApi":
      return loadingError('`wire_api = "chat"` is no longer supported.', [], release);
    case "reservedProvider":
      return loadingError(
        `model_providers contains reserved built-in provider IDs: \`${problem.provider}\`. Built-in providers cannot be overridden. Rename your custom provider (for example, \`openai-custom\`).`,
        [],
        release,
      );
    case "missingName":
      return hasChange(release, requiresProviderNames)
        ? emptyName(problem.provider, release)
        : loadingError("missing field `name`", problem.path, release);
    case "emptyName":
      return emptyName(problem.provider, release);
    case "missingField":
    case "unsupportedField":
      return undefined;
  }
}

/** The start of an error message whose rest, the parser's own text, is not recorded. */
const LOADING = "Error loading config.toml";

/** Codex's error message when it cannot load its configuration. */
export function loadingError(message: string, path: readonly string[], release: string): string {
  const location = path.length > 0 && hasChange(release, namesKeyInErrors) ? ` in \`${path.join(".")}\`` : "";
  return `Error loading config.toml: ${message}${location}`;
}

function emptyName(provider: string, release: string): string {
  return loadingError(
    `model_providers.${provider}: provider name must not be empty`,
    ["model_providers"],
    release,
  );
}

/** The recorded names of tables in the errors of Codex's parser; `*` is any key. */
const TABLES: ReadonlyMap<string, { readonly name: string; readonly readsArrays: boolean }> = new Map([
  ["agents", { name: "struct AgentsToml", readsArrays: false }],
  ["features", { name: "struct FeaturesToml", readsArrays: false }],
  ["history", { name: "struct History", readsArrays: true }],
  ["mcp_servers", { name: "a map", readsArrays: false }],
  ["model_providers", { name: "a map", readsArrays: false }],
  ["model_providers.*", { name: "struct ModelProviderInfo", readsArrays: true }],
]);

function wrongType({ expected, found }: WrongType, path: readonly string[], release: string): string {
  const what = withoutArticle(found);
  if (expected !== "a table" && !isPlainType(expected, path)) return LOADING;
  if (expected !== "a table")
    return loadingError(`invalid type: ${what}, expected ${expected}`, path, release);
  const [first = "", ...others] = path;
  const table = TABLES.get([first, ...others.map(() => "*")].join("."));
  // Some tables read an array's elements as their fields, and report one of these.
  if (!table || (what === "sequence" && table.readsArrays)) return LOADING;
  return loadingError(`invalid type: ${what}, expected ${table.name}`, path, release);
}

/** The parser's form of a description: `string "false"`; numbers and booleans are in back quotes. */
function withoutArticle(found: string): string {
  const text = found.slice(found.indexOf(" ") + 1);
  if (text === "table") return "map";
  if (text === "array") return "sequence";
  return text
    .replace(/^float /, "floating point ")
    .replace(/^(integer|boolean|floating point) (.*)/, "$1 `$2`");
}

function variants(expected: readonly string[]): string {
  const quoted = expected.map((value) => `\`${value}\``);
  return quoted.length <= 2 ? quoted.join(" or ") : `one of ${quoted.join(", ")}`;
}
