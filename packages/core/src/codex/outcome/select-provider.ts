import type { CommandLine, CommandOption } from "../command/index.js";
import { placeOf, textAt, type Configuration } from "../configuration/index.js";
import type { Selection } from "../configuration/index.js";
import type { Profile } from "../configuration/index.js";
import type { LocalProvider } from "./refused-reason.js";

/** Which provider Codex takes, and what made it do so. */
export interface SelectedProvider {
  readonly id: string;
  readonly selection: Selection;
}

/** `--oss`, then the profile, then the root key, then `openai`. */
export function selectProvider(
  configuration: Configuration,
  commandLine: CommandLine,
  profile: Profile | undefined,
): SelectedProvider | LocalProvider {
  const { oss, localProvider } = commandLine;
  if (oss !== undefined) return selectLocalProvider(configuration, oss, localProvider, profile);
  const path = pathsOf("model_provider", profile).find((one) => textAt(configuration, one) !== undefined);
  const id = path && textAt(configuration, path);
  return path === undefined || id === undefined
    ? { id: "openai", selection: { by: "default" } }
    : { id, selection: { by: "key", ...placeOf(configuration, path) } };
}

/** Before it starts with one of its own local providers, Codex asks for their server, which no container has. */
function selectLocalProvider(
  configuration: Configuration,
  oss: CommandOption,
  localProvider: CommandOption | undefined,
  profile: Profile | undefined,
): SelectedProvider | LocalProvider {
  const id =
    localProvider?.value ??
    pathsOf("oss_provider", profile)
      .map((path) => textAt(configuration, path))
      .find((value) => value !== undefined);
  const selection: Selection = { by: "option", option: "--oss", argument: oss.argument };
  return id === undefined || id === "ollama" || id === "lmstudio"
    ? { kind: "localProvider", provider: id, selection }
    : { id, selection };
}

function pathsOf(key: string, profile: Profile | undefined): readonly (readonly string[])[] {
  return profile === undefined ? [[key]] : [[...profile.path, key], [key]];
}
