import type { CommandLine, CommandOption } from "../command/index.js";
import { locationOf, tableAt, textAt, type Configuration, type KeyLocation } from "../configuration/index.js";
import { hasChange, hasProfileFiles } from "../releases/index.js";

/** What selected a provider. */
export type Selection = BySelectingKey | ByOption | ByDefault;

/** A key: `model_provider`, `profile` or `oss_provider`. */
export type BySelectingKey = { readonly by: "key" } & KeyLocation;

/** An option of the command line. */
export interface ByOption {
  readonly by: "option";
  readonly option: "--oss" | "--profile";
  /** Index into `args` of the option's word. */
  readonly argument: number;
}

/** Nothing selects a provider, so Codex uses its built-in `openai`. */
export interface ByDefault {
  readonly by: "default";
}

/** The selected `[profiles.*]` table. */
export interface Profile {
  readonly name: string;
  readonly path: readonly string[];
}

/** The id of the provider that Codex uses, and what selected it. */
export interface SelectedProvider {
  readonly id: string;
  readonly selection: Selection;
}

/** `profile = "..."`, or a profile's table together with `--profile`; 0.134 and later reject both. */
export type LegacyProfile = KeyLocation & {
  readonly kind: "legacyProfile";
  readonly profile: string;
  /** Whether `--profile` selects it, not the root key. */
  readonly byOption: boolean;
};

/** The selected profile has no table. */
export interface UndefinedProfile {
  readonly kind: "undefinedProfile";
  readonly profile: string;
  readonly selection: Selection;
}

/** `--oss` without a local provider, or with a local server that is not in the container. */
export interface LocalProvider {
  readonly kind: "localProvider";
  readonly provider: string | undefined;
  readonly selection: Selection;
}

/** The selected profile; `undefined` if there is none. `--profile` takes precedence over the root key `profile`. */
export function selectProfile(
  configuration: Configuration,
  { profile: option }: CommandLine,
  release: string,
): Profile | LegacyProfile | UndefinedProfile | undefined {
  const key = textAt(configuration, ["profile"]);
  if (hasChange(release, hasProfileFiles)) return legacyProfile(configuration, key, option?.value);
  const name = option?.value ?? key;
  if (name === undefined) return undefined;
  const path = ["profiles", name];
  if (tableAt(configuration, path) !== undefined) return { name, path };
  const selection: Selection =
    option === undefined
      ? { by: "key", ...locationOf(configuration, ["profile"]) }
      : { by: "option", option: "--profile", argument: option.argument };
  return { kind: "undefinedProfile", profile: name, selection };
}

function legacyProfile(
  configuration: Configuration,
  key: string | undefined,
  option: string | undefined,
): LegacyProfile | undefined {
  if (option !== undefined && tableAt(configuration, ["profiles", option]) !== undefined) {
    const location = locationOf(configuration, ["profiles", option]);
    return { kind: "legacyProfile", profile: option, byOption: true, ...location };
  }
  return key === undefined
    ? undefined
    : { kind: "legacyProfile", profile: key, byOption: false, ...locationOf(configuration, ["profile"]) };
}

/** The selected provider, by order of precedence: `--oss`, the profile, the root key, `openai`. */
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
    : { id, selection: { by: "key", ...locationOf(configuration, path) } };
}

/** Before Codex uses one of its local providers, it looks for that provider's server, which no container has. */
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
