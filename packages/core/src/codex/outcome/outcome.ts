import { parseToml } from "../../toml/index.js";
import { readCommandLine, type CommandLine } from "../command/index.js";
import {
  checkShape,
  configurationOf,
  configurationShape,
  locationOf,
  type Configuration,
} from "../configuration/index.js";
import { codexRelease } from "../releases/index.js";
import { connect } from "./connect.js";
import { PROXY_HOST } from "./endpoint.js";
import { awfEnvironment } from "./environment.js";
import { findProvider } from "./provider.js";
import type { OutcomeResult } from "./reason.js";
import type { RefusedReason } from "./refusal.js";
import { selectProfile, selectProvider } from "./selection.js";

/** The inputs of a Codex process. */
export interface OutcomeInput {
  /** The TOML text of config.toml; `undefined` if there is no such file. */
  readonly config?: string;
  /** The value of `CODEX_HOME` if that folder does not exist. */
  readonly missingHome?: string;
  /** A version, range or dist-tag, resolved by `codexRelease`; an unresolvable one counts as the newest release. */
  readonly codexVersion?: string;
  /** The variables of the process; by default those that AWF sets for its API proxy. */
  readonly env?: Readonly<Record<string, string>>;
  /** The words after `codex` on its command line, with or without `exec`. */
  readonly args?: readonly string[];
  /** Whether a word of `args` may be no word, several, or an option; by default none. */
  readonly hasUnsureArgs?: boolean;
  /** A base URL that counts as the proxy's, in addition to AWF's own. */
  readonly proxyBaseUrl?: string;
  /** The hosts of AWF's API proxy; by default only `172.30.0.30`. */
  readonly proxyHosts?: readonly string[];
}

/** What a run of Codex does with these inputs. Invalid TOML and invalid arguments are reasons of the result, not errors. */
export function codexOutcome(input: OutcomeInput): OutcomeResult {
  const release = codexRelease(input.codexVersion);
  const commandLine = readCommandLine(input.args ?? [], release, input.hasUnsureArgs !== true);
  if (commandLine.problem !== undefined) return refused({ kind: "invalidArgument", ...commandLine.problem });
  if (input.missingHome !== undefined) return refused({ kind: "missingHome", home: input.missingHome });
  const file = parseToml(commandLine.ignoresFile ? "" : (input.config ?? ""));
  if ("kind" in file) return refused(file);
  const configuration = configurationOf(file, commandLine.overrides);
  const problem = checkShape(configuration.table, configurationShape, [], release);
  if (problem !== undefined) return refused({ ...problem, ...locationOf(configuration, problem.path) });
  return runOutcome(configuration, commandLine, input, release);
}

function runOutcome(
  configuration: Configuration,
  commandLine: CommandLine,
  { env: environment = awfEnvironment, proxyBaseUrl, proxyHosts = [PROXY_HOST] }: OutcomeInput,
  release: string,
): OutcomeResult {
  const profile = selectProfile(configuration, commandLine, release);
  if (profile !== undefined && "kind" in profile) return refused(profile);
  const selected = selectProvider(configuration, commandLine, profile);
  if ("kind" in selected) return refused(selected);
  const { id, selection } = selected;
  const provider = findProvider(id, configuration, environment, release);
  if (provider === undefined) return refused({ kind: "undefinedProvider", provider: id, selection });
  return connect({
    provider,
    selection,
    configuration,
    environment,
    profile,
    release,
    proxyBaseUrl,
    proxyHosts,
  });
}

function refused(reason: RefusedReason): OutcomeResult {
  return { outcome: "refused", reason };
}
