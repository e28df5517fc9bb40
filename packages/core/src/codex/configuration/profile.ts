import type { CommandLine } from "../command/index.js";
import { placeOf, tableAt, textAt, type Configuration } from "./configuration.js";
import type { Selection } from "./key-place.js";
import type { LegacyProfile, UndefinedProfile } from "../outcome/index.js";
import { hasChange, hasProfileFiles } from "../releases/index.js";

/** The `[profiles.*]` table in force. */
export interface Profile {
  readonly name: string;
  readonly path: readonly string[];
}

/** `--profile` comes before the root key `profile`; `undefined` where neither selects one. */
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
      ? { by: "key", ...placeOf(configuration, ["profile"]) }
      : { by: "option", option: "--profile", argument: option.argument };
  return { kind: "undefinedProfile", profile: name, selection };
}

function legacyProfile(
  configuration: Configuration,
  key: string | undefined,
  option: string | undefined,
): LegacyProfile | undefined {
  if (option !== undefined && tableAt(configuration, ["profiles", option]) !== undefined) {
    const place = placeOf(configuration, ["profiles", option]);
    return { kind: "legacyProfile", profile: option, byOption: true, ...place };
  }
  return key === undefined
    ? undefined
    : { kind: "legacyProfile", profile: key, byOption: false, ...placeOf(configuration, ["profile"]) };
}
