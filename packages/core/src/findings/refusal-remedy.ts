import { expandedName, type RefusedFault } from "../faults/index.js";

/** What to do about a configuration that Codex refuses, as a sentence. */
export function refusalRemedy(reason: RefusedFault["reason"], baseUrl: string): string {
  switch (reason.kind) {
    case "invalidToml":
      return "Correct the TOML.";
    case "duplicateKey":
      return "Remove one of the two.";
    case "invalidArgument":
      return "Correct the command line.";
    case "reservedProvider":
      return "Give the provider another id, and select that.";
    case "undefinedProvider":
      return "Define it, or select a provider that is defined.";
    case "missingName":
    case "emptyName":
      return "Give it a `name`.";
    case "chatWireApi":
      return 'Set `wire_api` to `"responses"`, or leave it out.';
    case "wrongType":
      return `Write ${reason.expected}.`;
    case "unknownValue":
      return `Write one of ${reason.expected.map((value) => `\`${value}\``).join(", ")}.`;
    case "missingField":
      return `Add ${reason.fields.map((field) => `\`${field}\``).join(" or ")}.`;
    case "unsupportedField":
      return reason.other === undefined ? "Remove it." : `Remove it, or \`${reason.other}\`.`;
    case "legacyProfile":
      return "Put the profile's keys at the top of config.toml.";
    case "undefinedProfile":
      return "Define the profile, or do not select it.";
    case "localProvider":
      return "Remove `--oss`: no local model server runs in AWF's container.";
    case "missingEnvironmentVariable":
      return envKeyRemedy(reason.variable);
    case "unusableBaseUrl":
      return `Set \`base_url\` to AWF's API proxy, \`${baseUrl}\`.`;
  }
}

function envKeyRemedy(variable: string): string {
  const name = expandedName(variable);
  const correction = name === undefined ? "" : `Write \`env_key = "${name}"\`, or remove it`;
  return `${correction || "Remove `env_key`"}: AWF's API proxy sets the key itself.`;
}
