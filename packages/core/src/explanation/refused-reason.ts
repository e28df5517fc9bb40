import type { RefusedFault } from "../faults/index.js";
import type { NamedFault } from "../findings/index.js";
import type { FaultData } from "./fault-reason.js";

/** Why Codex does not load its configuration, or cannot send with it. `stops` is what comes of it. */
export function refusedReason(
  reason: RefusedFault["reason"],
  kind: NamedFault["kind"],
  data: FaultData,
  stops: string,
): string {
  return `${cause(reason, kind, data)} ${stops}`;
}

function cause(reason: RefusedFault["reason"], named: NamedFault["kind"], data: FaultData): string {
  const provider = `Model provider \`${data.provider ?? ""}\``;
  const path = `\`${data.path ?? ""}\``;
  switch (reason.kind) {
    case "invalidToml":
      return `config.toml is not TOML (${reason.message}).`;
    case "duplicateKey":
      return `${path} stands twice in config.toml.`;
    case "invalidArgument":
      return `Codex cannot read \`${reason.text}\` on its command line.`;
    case "reservedProvider":
      return `\`${reason.provider}\` is the id of a provider of Codex's own.`;
    case "undefinedProvider":
      return `\`model_provider\` selects \`${reason.provider}\`, which is not defined.`;
    case "missingName":
      return `${provider} has no \`name\`.`;
    case "emptyName":
      return `${provider} has an empty \`name\`.`;
    case "chatWireApi":
      return `${provider} has \`wire_api = "chat"\`.`;
    case "wrongType":
      return `${path} is ${reason.found} instead of ${reason.expected}.`;
    case "unknownValue":
      return `${path} does not know the value \`${reason.value}\`.`;
    case "missingField":
      return `${path} lacks a key that it needs: ${reason.fields.map((field) => `\`${field}\``).join(" or ")}.`;
    case "unsupportedField":
      return `${path} may not stand there.`;
    case "legacyProfile":
      return "Codex 0.134.0 and later knows no `profile` in config.toml.";
    case "undefinedProfile":
      return `Profile \`${reason.profile}\` is selected, but not defined.`;
    case "localProvider":
      return "`--oss` selects a local model server, and none runs in AWF's container.";
    case "missingEnvironmentVariable":
      return envKeyCause(named, data);
    case "unusableBaseUrl":
      return `${provider} has \`base_url = "${reason.baseUrl}"\`, which ${data.why ?? ""}.`;
  }
}

function envKeyCause(kind: NamedFault["kind"], data: FaultData): string {
  const key = `the \`env_key\` of model provider \`${data.provider ?? ""}\``;
  const variable = `\`${data.variable ?? ""}\``;
  switch (kind) {
    case "emptyEnvKey":
      return `${key.replace("the", "The")} is empty.`;
    case "expandedEnvKey":
      return `${key.replace("the", "The")} is spelled ${variable}, but Codex wants the variable's name.`;
    case "missingPlaceholder":
      return `AWF gets no \`OPENAI_API_KEY\`, so it sets no placeholder for ${variable}, ${key}, in its container.`;
    case "excludedEnvKey":
      return `AWF ${data.awf ?? ""} keeps ${variable}, ${key}, out of its container (\`--exclude-env\`) and sets nothing in its place.`;
    default:
      return `Nothing passes ${variable}, ${key}, to AWF's container.`;
  }
}
