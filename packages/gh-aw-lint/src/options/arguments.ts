import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { formats, type Format } from "../formats/index.js";
import { configurations, type Configuration } from "../eslint/configuration.js";
import type { Terminal } from "../terminal.js";
import { ownVersion } from "../version.js";

/** What the user wants. */
export type Request =
  | ({ readonly kind: "lint"; readonly paths: readonly string[] } & LintRequest)
  | { readonly kind: "explain"; readonly rule: string }
  | { readonly kind: "explainRun"; readonly file: string }
  /** The parser has already answered: help, a version, or what is wrong with the arguments. */
  | { readonly kind: "answered"; readonly status: number };

export interface LintRequest {
  readonly config: Configuration;
  /** Whether what can be fixed is written to the files. */
  readonly fix: boolean;
  readonly format: Format;
  /** More warnings than that make the run fail. */
  readonly maxWarnings: number | undefined;
}

interface Options extends Pick<LintRequest, "format" | "config"> {
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly explain?: string;
  readonly explainRun?: string;
}

/** Reads the command line; what is wrong with it, and help, is written to the terminal. */
export function parseArguments(args: readonly string[], terminal: Terminal): Request {
  const command = commandLine(terminal);
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return { kind: "answered", status: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  const { explain, explainRun, fix = false, format, config, maxWarnings } = command.opts<Options>();
  if (explain !== undefined) return { kind: "explain", rule: explain };
  if (explainRun !== undefined) return { kind: "explainRun", file: explainRun };
  return { kind: "lint", paths: command.args, fix, format, config, maxWarnings };
}

function commandLine({ stdout, stderr }: Terminal): Command {
  return new Command("gh-aw-lint")
    .description(
      "Finds and fixes GitHub Agentic Workflow lock files in which Codex bypasses AWF's API proxy and ends with 401.",
    )
    .argument("[paths...]", "files, folders to search, or patterns (default: .github/workflows/*.lock.yml)")
    .option("--fix", "fix what can be fixed, in the files")
    .addOption(
      new Option("-f, --format <name>", "how findings are printed").choices(formats).default("stylish"),
    )
    .option("--max-warnings <number>", "end with 1 if there are more warnings than that", wholeNumber)
    .addOption(
      new Option("-c, --config <name>", "which rules").choices(configurations).default("recommended"),
    )
    .option("--explain <rule>", "print the page of a rule")
    .option("--explain-run <file>", "print what each Codex run of a lock file will do, and why")
    .version(ownVersion(), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this")
    .addHelpText(
      "after",
      "\nExit codes: 0 no errors; 1 errors, or too many warnings; 2 usage error, or a file could not be read or written.",
    )
    .showHelpAfterError("`gh-aw-lint --help` lists the options.")
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
    })
    .exitOverride();
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number.");
}
