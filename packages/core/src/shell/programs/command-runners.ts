import type { CommandCall } from "../command-call.js";
import { readArguments } from "./options.js";

/** Programs that start another program only by some of their commands, and those commands. */
const RUN_COMMANDS: ReadonlyMap<string, RegExp> = new Map([
  ["brew", /^(?:bundle|exec|sh)$/],
  ["fnm", /^exec$/],
  ["ip", /^exec$/],
  ["nodenv", /^exec$/],
  ["nvm", /^(?:exec|run)$/],
  ["pyenv", /^exec$/],
  ["rbenv", /^exec$/],
  ["snap", /^run$/],
]);

/** Whether a call starts a program that its words name, such as `nvm exec 22 ./build.sh`, or runs a file of the job. */
export function runsOtherProgram(call: CommandCall): boolean {
  if (call.name === "ssh-agent")
    return readArguments(call, ["-a", "-E", "-O", "-P", "-t"]).operands.length > 0;
  const commands = RUN_COMMANDS.get(call.name);
  return commands !== undefined && call.words.slice(1).some(({ value }) => commands.test(value));
}

/** The call of a package manager that Corepack runs; `undefined` for its own commands. */
export function behindCorepack(call: CommandCall): CommandCall | undefined {
  const [first, ...rest] = call.words.slice(1);
  const name = /^(npm|npx|pnpm|pnpx|yarn)(?:@|$)/.exec(first?.value ?? "")?.[1];
  return first && name !== undefined ? { ...call, name, words: [first, ...rest] } : undefined;
}
