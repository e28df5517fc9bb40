import type { DuplicateKey, InvalidToml } from "../../toml/index.js";
import type { CommandLineProblem } from "../command/index.js";
import {
  keyProblemError,
  loadingError,
  type BaseUrlLocation,
  type KeyLocation,
  type KeyProblem,
} from "../configuration/index.js";
import { codexRelease } from "../releases/index.js";
import type { BaseUrlProblem } from "./endpoint.js";
import type { LegacyProfile, LocalProvider, Selection, UndefinedProfile } from "./selection.js";

/** Why Codex stops before it sends anything, or cannot send. */
export type RefusedReason =
  | InvalidToml
  | DuplicateKey
  | InvalidArgument
  | MissingHome
  | (KeyLocation & KeyProblem)
  | UndefinedProvider
  | LegacyProfile
  | UndefinedProfile
  | LocalProvider
  | MissingEnvironmentVariable
  | UnusableBaseUrl;

/** A word of the command line that Codex cannot read. */
export interface InvalidArgument extends CommandLineProblem {
  readonly kind: "invalidArgument";
}

/** `CODEX_HOME` names a folder that is not there (measured, 0.118 to 0.169). */
export interface MissingHome {
  readonly kind: "missingHome";
  readonly home: string;
}

/** `model_provider` names a provider that there is not. */
export interface UndefinedProvider {
  readonly kind: "undefinedProvider";
  readonly provider: string;
  readonly selection: Selection;
}

/** `env_key` names a variable that is not set. */
export type MissingEnvironmentVariable = KeyLocation & {
  readonly kind: "missingEnvironmentVariable";
  readonly provider: string;
  readonly variable: string;
};

/** Nothing answers at the base URL, or it is none. */
export type UnusableBaseUrl = BaseUrlLocation & {
  readonly kind: "unusableBaseUrl";
  readonly provider: string;
  readonly baseUrl: string;
  readonly problem: BaseUrlProblem;
};

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
    case "missingHome":
      return `Error finding codex home: CODEX_HOME points to "${reason.home}", but that path does not exist`;
    case "undefinedProvider":
      return `Error: Model provider \`${reason.provider}\` not found`;
    case "legacyProfile":
      // What follows names the file by its path, which is the run's own.
      if (reason.byOption) return loadingError(`--profile \`${reason.profile}\` cannot be used`, [], release);
      return `Error: legacy \`profile = ${JSON.stringify(reason.profile)}\` config is no longer supported; use \`--profile ${reason.profile}\` with \`${reason.profile}.config.toml\` instead`;
    case "missingEnvironmentVariable":
      return `ERROR: Missing environment variable: \`${reason.variable}\`.`;
    case "unusableBaseUrl":
      return `ERROR: stream disconnected before completion: ${sendingError(reason)}`;
    case "invalidArgument":
    case "undefinedProfile":
    case "localProvider":
      return undefined;
    default:
      return keyProblemError(reason, release);
  }
}

/** The client cannot make a request of what is no URL; to another host or port it can, but nothing answers. */
function sendingError({ baseUrl, problem }: UnusableBaseUrl): string {
  switch (problem) {
    case "otherHost":
    case "otherPort":
    case "tls":
      return `error sending request for url (${baseUrl.replace(/\/$/, "")}/responses)`;
    default:
      return "builder error";
  }
}
