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

/** A text that is none of the `expected` ones. */
export interface UnknownValue {
  readonly kind: "unknownValue";
  readonly value: string;
  readonly expected: readonly string[];
}

/** `path` is that of the table that lacks one of the `fields`. */
export interface MissingField {
  readonly kind: "missingField";
  readonly fields: readonly string[];
}

/** A key that may not stand beside `other`; without `other`, not in that table at all. */
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

/** What is wrong with the value of a key, before it is known where the key comes from. A new kind gets its words below. */
export type KeyProblem =
  | WrongType
  | UnknownValue
  | MissingField
  | UnsupportedField
  | ChatWireApi
  | ReservedProvider
  | MissingName
  | EmptyName;

/** What is wrong, and with the key at which path. */
export type PathProblem = KeyProblem & { readonly path: readonly string[] };

/** What Codex prints of a problem, as recorded, on one line; `undefined` where nothing is recorded. */
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

/** What precedes a message of the parser's own, of which nothing more is recorded. */
const LOADING = "Error loading config.toml";

/** What Codex prints where it does not load its configuration. */
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

/** The tables of Codex's configuration as its parser calls them, where that was recorded; `*` is any key. */
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
  // Of an array some read the elements as the table's fields, and complain of one of these.
  if (!table || (what === "sequence" && table.readsArrays)) return LOADING;
  return loadingError(`invalid type: ${what}, expected ${table.name}`, path, release);
}

/** `the string "false"` reads `string "false"` there; numbers and truth values stand in back quotes. */
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
