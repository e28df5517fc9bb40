import { type CommandOptions, optionName } from "./options.js";
import type { RejectedOption } from "./rejected-option.js";

/** The options of `review` that say what to review. */
const TARGETS: ReadonlySet<string> = new Set(["--base", "--commit", "--uncommitted"]);

/**
 * The option of `review` that says what to review although another option or a prompt also does, at which Codex stops
 * (0.105.0, 0.121.0, 0.148.0 and 0.169.0 were run).
 */
export function secondTarget(
  args: readonly string[],
  { options, subcommand = -1, operands }: CommandOptions,
): RejectedOption | undefined {
  const isNested = args[subcommand] === "exec" || args[subcommand] === "e";
  const review = isNested ? operands[0] : subcommand;
  if (review === undefined || args[review] !== "review") return undefined;
  const targets = options.filter(
    ({ word, bare }) => word > review && !bare && TARGETS.has(nameOf(args, word)),
  );
  const areCounted = options.every(({ isCounted }) => isCounted);
  const prompt = areCounted ? operands[isNested ? 1 : 0] : undefined;
  const [first, second = prompt === undefined ? undefined : { word: prompt }] = targets;
  if (!first || !second) return undefined;
  const at = { argument: first.word, text: nameOf(args, first.word) };
  const other = second.word === prompt ? (args[prompt] ?? "") : nameOf(args, second.word);
  return other === at.text
    ? { ...at, problem: "repeatedOption" }
    : { ...at, problem: "conflictingOption", other };
}

function nameOf(args: readonly string[], index: number): string {
  return optionName(args[index] ?? "");
}
