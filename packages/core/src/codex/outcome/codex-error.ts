import type { RefusedReason } from "./refused-reason.js";
import { codexRelease, hasChange, isAtLeast, requiresProviderNames } from "../releases/index.js";

/**
 * What Codex itself prints when it stops, on one line: the text that people search for. The words are those that were
 * recorded, or follow from them, without positions in the file. `undefined` where nothing is recorded.
 */
export function codexError(reason: RefusedReason, codexVersion: string | undefined): string | undefined {
  const release = codexRelease(codexVersion);
  switch (reason.kind) {
    case "invalidToml":
      // What follows is the parser's own, of which ours knows only the place.
      return "Error loading config.toml";
    case "duplicateKey":
      return "Error loading config.toml: duplicate key";
    case "wrongType":
      return wrongType(reason, release);
    case "unknownValue":
      return loading(
        `unknown variant \`${reason.value}\`, expected ${variants(reason.expected)}`,
        reason.path,
        release,
      );
    case "chatWireApi":
      return loading('`wire_api = "chat"` is no longer supported.', [], release);
    case "reservedProvider":
      return loading(
        `model_providers contains reserved built-in provider IDs: \`${reason.provider}\`. Built-in providers cannot be overridden. Rename your custom provider (for example, \`openai-custom\`).`,
        [],
        release,
      );
    case "missingName":
      return hasChange(release, requiresProviderNames)
        ? emptyName(reason.provider, release)
        : loading("missing field `name`", reason.path, release);
    case "emptyName":
      return emptyName(reason.provider, release);
    case "undefinedProvider":
      return `Error: Model provider \`${reason.provider}\` not found`;
    case "legacyProfile":
      // What follows names the file by its path, which is the run's own.
      if (reason.byOption) return loading(`--profile \`${reason.profile}\` cannot be used`, [], release);
      return `Error: legacy \`profile = ${JSON.stringify(reason.profile)}\` config is no longer supported; use \`--profile ${reason.profile}\` with \`${reason.profile}.config.toml\` instead`;
    case "missingEnvironmentVariable":
      return `ERROR: Missing environment variable: \`${reason.variable}\`.`;
    case "unusableBaseUrl":
      return `ERROR: stream disconnected before completion: ${sendingError(reason)}`;
    case "invalidArgument":
    case "missingField":
    case "unsupportedField":
    case "undefinedProfile":
    case "localProvider":
      return undefined;
  }
}

/** From 0.110 on, Codex names the path on a second line. */
function loading(message: string, path: readonly string[], release: string): string {
  const place = path.length > 0 && isAtLeast(release, "0.110.0") ? ` in \`${path.join(".")}\`` : "";
  return `Error loading config.toml: ${message}${place}`;
}

function emptyName(provider: string, release: string): string {
  return loading(
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

function wrongType(
  { expected, found, path }: Extract<RefusedReason, { readonly kind: "wrongType" }>,
  release: string,
): string {
  const what = withoutArticle(found);
  if (expected !== "a table") return loading(`invalid type: ${what}, expected ${expected}`, path, release);
  const [first = "", ...others] = path;
  const table = TABLES.get([first, ...others.map(() => "*")].join("."));
  // Of an array some read the elements as the table's fields, and complain of one of these.
  if (!table || (what === "sequence" && table.readsArrays)) return "Error loading config.toml";
  return loading(`invalid type: ${what}, expected ${table.name}`, path, release);
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

/** The client cannot make a request of what is no URL; to another host or port it can, but nothing answers. */
function sendingError({
  baseUrl,
  problem,
}: Extract<RefusedReason, { readonly kind: "unusableBaseUrl" }>): string {
  switch (problem) {
    case "otherHost":
    case "otherPort":
    case "tls":
      return `error sending request for url (${baseUrl.replace(/\/$/, "")}/responses)`;
    default:
      return "builder error";
  }
}
