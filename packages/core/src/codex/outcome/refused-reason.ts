import type { CommandLineProblem } from "../command/index.js";
import type { BaseUrlProblem } from "./endpoint.js";
import type { BaseUrlPlace, KeyPlace, Selection } from "../configuration/index.js";

/** Why Codex stops before it sends anything, or cannot send. */
export type RefusedReason =
  | InvalidToml
  | DuplicateKey
  | InvalidArgument
  | (KeyPlace & KeyProblem)
  | UndefinedProvider
  | LegacyProfile
  | UndefinedProfile
  | LocalProvider
  | MissingEnvironmentVariable
  | UnusableBaseUrl;

/** config.toml is not TOML. `line` and `column` count from 1, `offset` in UTF-16 code units from 0. */
export interface InvalidToml {
  readonly kind: "invalidToml";
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A key or table stands twice; the position is that of the second one. */
export interface DuplicateKey {
  readonly kind: "duplicateKey";
  readonly path: readonly string[];
  readonly source: "file";
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A word of the command line that Codex cannot read. */
export interface InvalidArgument extends CommandLineProblem {
  readonly kind: "invalidArgument";
}

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

export interface EmptyName {
  readonly kind: "emptyName";
  readonly provider: string;
}

/** What is wrong with the value of a key, before it is known where the key comes from. */
export type KeyProblem =
  | WrongType
  | UnknownValue
  | MissingField
  | UnsupportedField
  | ChatWireApi
  | ReservedProvider
  | MissingName
  | EmptyName;

/** `model_provider` names a provider that there is not. */
export interface UndefinedProvider {
  readonly kind: "undefinedProvider";
  readonly provider: string;
  readonly selection: Selection;
}

/** `profile = "..."`, or a profile's table beside `--profile`, which 0.134 and later refuse. */
export type LegacyProfile = KeyPlace & {
  readonly kind: "legacyProfile";
  readonly profile: string;
  /** Whether `--profile` selects it; else the root key does. */
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

/** `env_key` names a variable that is not set. */
export type MissingEnvironmentVariable = KeyPlace & {
  readonly kind: "missingEnvironmentVariable";
  readonly provider: string;
  readonly variable: string;
};

/** Nothing answers at the base URL, or it is none. */
export type UnusableBaseUrl = BaseUrlPlace & {
  readonly kind: "unusableBaseUrl";
  readonly provider: string;
  readonly baseUrl: string;
  readonly problem: BaseUrlProblem;
};
