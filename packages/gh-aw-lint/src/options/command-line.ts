import { Command, InvalidArgumentError, Option } from "commander";
import { formats } from "../formats/index.js";
import type { Terminal } from "../terminal.js";
import { ownVersion } from "../version.js";
import { shells } from "./completion.js";
import { oneOf } from "./one-of.js";

/** The command's options and help. */
export function commandLine({ stdout, stderr }: Terminal): Command {
  return new Command("gh-aw-lint")
    .description(
      "Finds and fixes GitHub Agentic Workflow lock files in which Codex bypasses AWF's API proxy and fails with 401.",
    )
    .argument(
      "[paths...]",
      "files, folders to search, patterns, or - for standard input (default: .github/workflows/*.lock.yml)",
    )
    .optionsGroup("Fixes:")
    .option("--fix", "fix findings in the files")
    .addOption(
      new Option("--diff", "print the changes of --fix as a patch; exit with 1 if there are any").conflicts(
        "fix",
      ),
    )
    .option("--sources", "also lint the .md sources; with --fix, change them together with their lock files")
    .option("--watch", "lint (and with --fix, fix) files again when they change, such as by gh aw compile")
    .optionsGroup("Configuration:")
    .option(
      "-c, --config <file>",
      "use this eslint.config.* or gh-aw-lint.config.* file (default: the repository's)",
    )
    .option("--no-config", "use the recommended rules and no configuration file")
    .option("--strict", "turn on all rules, whatever the configuration")
    .option("--rule <setting>", "set one rule, such as 'codex-unpinned: error'", append)
    .option("--ignore-pattern <pattern>", "exclude files; patterns work as in .gitignore", append)
    .option("--stdin-filename <file>", "the file name for standard input")
    .optionsGroup("Suppressions (they outlive the next compile):")
    .addOption(
      new Option("--suppress-all", "suppress all current errors in eslint-suppressions.json").conflicts([
        "suppressRule",
        "pruneSuppressions",
      ]),
    )
    .addOption(
      new Option("--suppress-rule <rule>", "suppress the current errors of one rule")
        .argParser(append)
        .conflicts("pruneSuppressions"),
    )
    .option("--prune-suppressions", "remove unused suppressions")
    .option("--suppressions-location <file>", "use this suppressions file")
    .optionsGroup("Output:")
    .addOption(
      oneOf("-f, --format <name>", "output format (default: full on a terminal, otherwise stylish)", formats),
    )
    .option(
      "--summary <file>",
      "also append the findings as Markdown to a file, such as $GITHUB_STEP_SUMMARY",
    )
    .option("--max-warnings <number>", "exit with 1 if there are more warnings", wholeNumber)
    .option("--exit-zero", "exit with 0 even if there are findings")
    .option("-q, --quiet", "print only errors")
    .option("--verbose", "print which configuration is used and which files are ignored")
    .option("--color", "use colors")
    .option(
      "--no-color",
      "use no colors (default: colors on a terminal; NO_COLOR and FORCE_COLOR also apply)",
    )
    .optionsGroup("Instead of linting:")
    .option("--explain <rule>", "print a rule's documentation")
    .option("--explain-run <file>", "print what each Codex run of a lock file will do, and why")
    .option(
      "--explain-log <file>",
      "print known errors in the log of a failed run (- for standard input), and the findings that explain them",
    )
    .addOption(oneOf("--completion <shell>", "print a completion script for a shell", shells))
    .version(ownVersion(), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText(
      "after",
      "\nExit codes: 0 no errors; 1 errors or too many warnings; 2 usage error, or a file could not be read or written.",
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

function append(value: string, list: readonly string[] = []): readonly string[] {
  return [...list, value];
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number.");
}
