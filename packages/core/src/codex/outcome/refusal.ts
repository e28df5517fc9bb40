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

/** Why Codex stops before it sends a request, or cannot send one. */
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
export type InvalidArgument = CommandLineProblem & { readonly kind: "invalidArgument" };

/** `CODEX_HOME` names a folder that does not exist (measured, 0.118 to 0.169). */
export interface MissingHome {
  readonly kind: "missingHome";
  readonly home: string;
}

/** `model_provider` names a provider that does not exist. */
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

/** Nothing answers at the base URL, or it is not a URL. */
export type UnusableBaseUrl = BaseUrlLocation & {
  readonly kind: "unusableBaseUrl";
  readonly provider: string;
  readonly baseUrl: string;
  readonly problem: BaseUrlProblem;
};

/**
 * Codex's own error message when it stops, on one line: the text that users search for. The wording is recorded, or
 * follows from recordings, without positions in the file. `undefined` if none is recorded.
 */
export function codexError(reason: RefusedReason, codexVersion: string | undefined): string | undefined {
  const release = codexRelease(codexVersion);
  switch (reason.kind) {
    case "invalidToml":
      // The rest is the wording of Codex's parser, which our parser cannot reproduce.
      return "Error loading config.toml";
    case "duplicateKey":
      return "Error loading config.toml: duplicate key";
    case "missingHome":
      return `Error finding codex home: CODEX_HOME points to "${reason.home}", but that path does not exist`;
    case "undefinedProvider":
      return `Error: Model provider \`${reason.provider}\` not found`;
    case "legacyProfile":
      // The rest names the file by its path, which depends on the run.
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

/** Codex cannot build a request without a valid URL; a request to another host or port gets no answer. */
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
