import { Command, InvalidArgumentError, Option } from "commander";
import { formats } from "../formats/index.js";
import type { Terminal } from "../terminal.js";
import { ownVersion } from "../version.js";
import { shells } from "./completion.js";
import { oneOf } from "./one-of.js";

/** The options of the command, and its help. */
export function commandLine({ stdout, stderr }: Terminal): Command {
  return new Command("gh-aw-lint")
    .description(
      "Finds and fixes GitHub Agentic Workflow lock files in which Codex bypasses AWF's API proxy and ends with 401.",
    )
    .argument(
      "[paths...]",
      "files, folders to search, patterns, or - for standard input (default: .github/workflows/*.lock.yml)",
    )
    .optionsGroup("Fixes:")
    .option("--fix", "fix what can be fixed, in the files")
    .addOption(
      new Option("--diff", "print what --fix would change, and end with 1 if that is anything").conflicts(
        "fix",
      ),
    )
    .option(
      "--sources",
      "lint the .md sources, too, and with --fix change them together with their lock files",
    )
    .option("--watch", "lint (and with --fix, fix) files again as they are written, such as by gh aw compile")
    .optionsGroup("Configuration:")
    .option(
      "-c, --config <file>",
      "an eslint.config.* or gh-aw-lint.config.* file (default: the repository's)",
    )
    .option("--no-config", "the recommended rules, whatever the repository's configuration says")
    .option("--strict", "all rules, whatever the configuration says")
    .option("--rule <setting>", "set one rule, as in 'codex-unpinned: error'", append)
    .option("--ignore-pattern <pattern>", "leave files out, as in .gitignore", append)
    .option("--stdin-filename <file>", "the file that standard input is to be taken for")
    .optionsGroup("Suppressions, which outlive the next compile:")
    .addOption(
      new Option("--suppress-all", "suppress today's errors, in eslint-suppressions.json").conflicts([
        "suppressRule",
        "pruneSuppressions",
      ]),
    )
    .addOption(
      new Option("--suppress-rule <rule>", "suppress those of one rule")
        .argParser(append)
        .conflicts("pruneSuppressions"),
    )
    .option("--prune-suppressions", "take out what is there no more")
    .option("--suppressions-location <file>", "another file for them")
    .optionsGroup("Output:")
    .addOption(
      oneOf(
        "-f, --format <name>",
        "how findings are printed (default: full on a terminal, else stylish)",
        formats,
      ),
    )
    .option("--summary <file>", "also add the findings to a file as Markdown, such as $GITHUB_STEP_SUMMARY")
    .option("--max-warnings <number>", "end with 1 if there are more warnings than that", wholeNumber)
    .option("-q, --quiet", "print errors only")
    .option("--verbose", "say which configuration is used, and what is ignored")
    .option("--color", "use colors")
    .option("--no-color", "use none (default: on a terminal, and as NO_COLOR and FORCE_COLOR say)")
    .optionsGroup("Instead of linting:")
    .option("--explain <rule>", "print the page of a rule")
    .option("--explain-run <file>", "print what each Codex run of a lock file will do, and why")
    .option(
      "--explain-log <file>",
      "print what the log of a failed run (or -) says, and which finding explains it",
    )
    .addOption(oneOf("--completion <shell>", "print a script that completes options in a shell", shells))
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

function append(value: string, list: readonly string[] = []): readonly string[] {
  return [...list, value];
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number.");
}
