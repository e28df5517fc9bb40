import { CommanderError } from "commander";
import type { Format } from "../formats/index.js";
import type { SuppressionsRequest } from "../suppressions/index.js";
import type { Terminal } from "../terminal.js";
import { commandLine } from "./command-line.js";
import type { Shell } from "./completion.js";
import type { Request } from "./request.js";
import { FAILURE, SUCCESS } from "../exit-codes.js";

interface Options {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly watch?: boolean;
  readonly sources?: boolean;
  readonly config?: string | false;
  readonly strict?: boolean;
  readonly rule?: readonly string[];
  readonly ignorePattern?: readonly string[];
  readonly stdinFilename?: string;
  readonly suppressAll?: boolean;
  readonly suppressRule?: readonly string[];
  readonly pruneSuppressions?: boolean;
  readonly suppressionsLocation?: string;
  readonly format?: Format;
  readonly summary?: string;
  readonly maxWarnings?: number;
  readonly exitZero?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly explain?: string;
  readonly explainRun?: string;
  readonly explainLog?: string;
  readonly completion?: Shell;
}

/** The parsed command line. */
export interface Arguments {
  readonly request: Request;
  /** `undefined`: depends on the terminal. */
  readonly color: boolean | undefined;
}

/** Parses the command line; writes errors and help to the terminal. */
export function parseArguments(args: readonly string[], terminal: Terminal): Arguments {
  const command = commandLine(terminal);
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return {
      request: { kind: "answered", status: error.exitCode === 0 ? SUCCESS : FAILURE },
      color: undefined,
    };
  }
  const options = command.opts<Options>();
  return { request: requestOf(options, command.args), color: options.color };
}

function requestOf(options: Options, paths: readonly string[]): Request {
  const { explain, explainRun, completion } = options;
  if (explain !== undefined) return { kind: "explain", rule: explain };
  if (completion !== undefined) return { kind: "completion", shell: completion };
  const { explainLog, config, format, summary, maxWarnings, stdinFilename, rule: rules = [] } = options;
  const { ignorePattern: ignorePatterns = [] } = options;
  const {
    sources = false,
    fix = false,
    diff = false,
    watch = false,
    strict = false,
    exitZero = false,
    quiet = false,
    verbose = false,
  } = options;
  const configuration = { config, strict, rules, ignorePatterns };
  if (explainRun !== undefined) return { kind: "explainRun", file: explainRun, ...configuration };
  if (explainLog !== undefined) return { kind: "explainLog", log: explainLog, paths, ...configuration };
  return {
    kind: "lint",
    paths,
    stdinFilename,
    fix,
    diff,
    watch,
    sources,
    ...configuration,
    suppressions: suppressionsOf(options),
    format,
    summary,
    maxWarnings,
    exitZero,
    quiet,
    verbose,
  };
}

function suppressionsOf(options: Options): SuppressionsRequest {
  const { suppressAll = false, suppressRule, pruneSuppressions = false, suppressionsLocation } = options;
  const names = suppressRule?.map((rule) => (rule.startsWith("gh-aw/") ? rule : `gh-aw/${rule}`));
  return {
    suppress: suppressAll ? "all" : names,
    prune: pruneSuppressions,
    location: suppressionsLocation,
  };
}
