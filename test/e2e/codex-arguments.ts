/** Codex's options, except those that the test sets itself. */
export interface CodexArguments {
  readonly beforeExec: readonly string[];
  readonly afterExec: readonly string[];
}

/** Options whose value may determine where Codex connects. */
const kept = ["-c", "--config", "-p", "--profile", "-m", "--model", "--enable", "--disable"];
const keptFlags = ["--ignore-user-config", "--oss"];

/** Other options whose value is the next word. */
const dropped = [
  "-o",
  "--output-last-message",
  "--output-schema",
  "-C",
  "--cd",
  "-s",
  "--sandbox",
  "-a",
  "-i",
  "--image",
  "--ask-for-approval",
  "--add-dir",
  "--color",
  "--local-provider",
];

/** The options of a command line, without those that cannot change where Codex connects. */
export function readArguments(args: readonly string[]): CodexArguments {
  const beforeExec: string[] = [];
  const afterExec: string[] = [];
  let options = beforeExec;
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (kept.includes(word)) options.push(word, args[++index] ?? "");
    else if (dropped.includes(word)) index++;
    else if (keptFlags.includes(word) || isJoined(word)) options.push(word);
    else if (options === beforeExec && (word === "exec" || word === "e")) options = afterExec;
  }
  return { beforeExec, afterExec };
}

/** `--config=key=value`, `-ckey=value` */
function isJoined(word: string): boolean {
  return kept.some((option) =>
    option.startsWith("--")
      ? word.startsWith(`${option}=`)
      : word.startsWith(option) && !word.startsWith("--"),
  );
}
