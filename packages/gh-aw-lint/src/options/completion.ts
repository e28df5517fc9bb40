import type { Command, Option } from "commander";

/** The shells that can complete options. */
export const shells = ["bash", "zsh", "fish"] as const;

/** A shell that can complete options. */
export type Shell = (typeof shells)[number];

/** A script that makes a shell complete the command's options, their values, and file names. */
export function completionScript(shell: Shell, command: Command): string {
  const options = command.createHelp().visibleOptions(command);
  switch (shell) {
    case "bash":
      return bash(options);
    case "zsh":
      return zsh(options);
    case "fish":
      return fish(options);
  }
}

/** `-f` and `--format`. */
function flagsOf({ short, long }: Option): readonly string[] {
  return [short, long].flatMap((flag) => flag ?? []);
}

function bash(options: readonly Option[]): string {
  const flags = options.flatMap(flagsOf).join(" ");
  const values = options.flatMap(({ argChoices, ...option }) =>
    argChoices
      ? [
          `    ${option.long ?? ""}) COMPREPLY=($(compgen -W "${argChoices.join(" ")}" -- "$word")); return ;;`,
        ]
      : [],
  );
  return `# source <(gh-aw-lint --completion bash)
_gh_aw_lint() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  case $previous in
${values.join("\n")}
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "${flags}" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _gh_aw_lint gh-aw-lint
`;
}

function zsh(options: readonly Option[]): string {
  const specs = options.flatMap((option) => {
    const value = option.argChoices
      ? `:value:(${option.argChoices.join(" ")})`
      : option.required
        ? ":value:_files"
        : "";
    const description = option.description.replaceAll(/[[\]:]/g, " ").replaceAll("'", "'\\''");
    return flagsOf(option).map(
      (flag) => `  '${option.required ? "*" : ""}${flag}[${description}]${value}' \\`,
    );
  });
  return `#compdef gh-aw-lint
# source <(gh-aw-lint --completion zsh)
_gh_aw_lint() {
  _arguments \\
${specs.join("\n")}
  '*:path:_files'
}
compdef _gh_aw_lint gh-aw-lint
`;
}

function fish(options: readonly Option[]): string {
  const lines = options.map(({ short, long, description, argChoices, required }) => {
    const parts = [
      ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
      ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
      ...(argChoices ? [`-x -a '${argChoices.join(" ")}'`] : required ? ["-r"] : []),
      `-d '${description.replaceAll("'", "\\'")}'`,
    ];
    return `complete -c gh-aw-lint ${parts.join(" ")}`;
  });
  return `# gh-aw-lint --completion fish | source\n${lines.join("\n")}\n`;
}
