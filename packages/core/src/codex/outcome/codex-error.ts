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
      return loading(
        `invalid type: ${withoutArticle(reason.found)}, expected ${reason.expected}`,
        reason.path,
        release,
      );
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

/** `the string "false"` reads `string "false"` there; numbers and truth values stand in back quotes. */
function withoutArticle(found: string): string {
  const text = found.slice(found.indexOf(" ") + 1);
  if (text === "table") return "map";
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
