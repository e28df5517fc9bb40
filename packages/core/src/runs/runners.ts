import { baseName, type CallWord } from "../shell/index.js";

/*
 * Programs that run a command in the environment of a project, such as `uv run` and `npx`.
 */

const PROJECT_MANAGER = /^(?:uv|poetry|pipenv|pdm|hatch|rye|pixi)$/;
const PACKAGE_MANAGER = /^(?:npm|pnpm|yarn|bun)$/;

/** By program: the subcommands behind which the command is. */
const COMMAND_RUNNERS: readonly (readonly [program: RegExp, subcommand: RegExp | undefined])[] = [
  [/^(?:npx|bunx|pnpx|xargs|parallel)$/, undefined],
  [PACKAGE_MANAGER, /^(?:exec|x|dlx)$/],
  [PROJECT_MANAGER, /^run$/],
  [/^(?:bundle|mise)$/, /^(?:exec|x)$/],
];

/** Options of these that the next word is the value of. */
const TAKES_VALUE =
  /^(?:-[CFILPdnpsw]|--(?:prefix|dir|directory|cwd|filter|workspace|package|project|with|python|extra|group|env-file))$/;

/** The words of the command that such a program runs; `undefined` for another program. */
export function commandOfRunner(words: readonly CallWord[]): readonly CallWord[] | undefined {
  const name = baseName(words[0]?.value ?? "");
  const runner = COMMAND_RUNNERS.find(([program]) => program.test(name));
  if (!runner) return undefined;
  const [, subcommand] = runner;
  const first = operandAfter(words, 0, TAKES_VALUE);
  if (!subcommand) return words.slice(first);
  if (!subcommand.test(words[first]?.value ?? "")) return undefined;
  return words.slice(operandAfter(words, first, TAKES_VALUE));
}

/** Whether a program runs commands that the project defines, as those of Python's projects are. */
export function isProjectRunner([program]: readonly CallWord[]): boolean {
  return PROJECT_MANAGER.test(baseName(program?.value ?? ""));
}

/** The index of the first operand behind a word, or the number of words. */
export function operandAfter(words: readonly CallWord[], index: number, takesValue: RegExp): number {
  let next = index + 1;
  for (let word = words[next]; word?.value.startsWith("-") === true; word = words[next])
    next += takesValue.test(word.value) ? 2 : 1;
  return Math.min(next, words.length);
}
