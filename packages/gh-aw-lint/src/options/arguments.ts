import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { formats, type Format } from "../formats/index.js";
import type { ConfigurationRequest } from "../eslint/index.js";
import type { Terminal } from "../terminal.js";
import { ownVersion } from "../version.js";

/** What the user wants. */
export type Request =
  | ({ readonly kind: "lint"; readonly paths: readonly string[] } & LintRequest)
  | { readonly kind: "explain"; readonly rule: string }
  | { readonly kind: "explainRun"; readonly file: string }
  /** The parser has already answered: help, a version, or what is wrong with the arguments. */
  | { readonly kind: "answered"; readonly status: number };

export interface LintRequest extends ConfigurationRequest {
  /** Whether what can be fixed is written to the files. */
  readonly fix: boolean;
  readonly format: Format;
  /** More warnings than that make the run fail. */
  readonly maxWarnings: number | undefined;
  /** Whether it also says what nobody needs who does not ask why, such as which configuration it took. */
  readonly verbose: boolean;
}

interface Options extends Pick<LintRequest, "format"> {
  readonly fix?: boolean;
  readonly config?: string | false;
  readonly strict?: boolean;
  readonly rule: readonly string[];
  readonly ignorePattern: readonly string[];
  readonly verbose?: boolean;
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
  const options = command.opts<Options>();
  if (options.explain !== undefined) return { kind: "explain", rule: options.explain };
  if (options.explainRun !== undefined) return { kind: "explainRun", file: options.explainRun };
  const { fix = false, strict = false, verbose = false, format, config, maxWarnings } = options;
  const { rule: rules, ignorePattern: ignorePatterns } = options;
  const paths = command.args;
  return { kind: "lint", paths, fix, format, config, strict, rules, ignorePatterns, maxWarnings, verbose };
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
    .option(
      "-c, --config <file>",
      "an eslint.config.* or gh-aw-lint.config.* file (default: the repository's)",
    )
    .option("--no-config", "the recommended rules, whatever the repository's configuration says")
    .option("--strict", "all rules, whatever the configuration says")
    .option("--rule <setting>", "set one rule, as in 'codex-unpinned: error'", append, [])
    .option("--ignore-pattern <pattern>", "leave files out, as in .gitignore", append, [])
    .option("--verbose", "say which configuration is used, and what is ignored")
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

function append(value: string, list: readonly string[]): readonly string[] {
  return [...list, value];
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number.");
}
