import type { CodexAnswer, CodexStart } from "../record.js";
import { exit } from "./awf.js";
import type { Answer, Call } from "./call.js";
import { sortWords } from "./options.js";

/** Options before Codex's subcommand whose value is the next word. */
const withValue = new Set([
  "--add-dir",
  "--ask-for-approval",
  "--cd",
  "--color",
  "--config",
  "--disable",
  "--enable",
  "--image",
  "--local-provider",
  "--model",
  "--profile",
  "--remote",
  "--sandbox",
  "-C",
  "-a",
  "-c",
  "-i",
  "-m",
  "-p",
  "-s",
]);

/** What the real Codex did, and how it ended. */
export interface AnsweredRun extends CodexAnswer {
  /** Its exit code. */
  readonly status: number;
}

/** What Codex's stand-in needs to know. */
export interface CodexSettings {
  /** Runs the real Codex; without it, Codex does nothing and has the given exit code. */
  readonly ask: ((start: CodexStart, call: Call) => Promise<AnsweredRun>) | undefined;
  readonly exitCode: number;
  readonly onStart: (start: CodexStart, answer: CodexAnswer | undefined) => void;
}

/** Variables of the shell itself. */
const ofShells: readonly string[] = ["_", "OLDPWD", "SHLVL"];

/** `codex`, as in npm's package; the program's name ends with the release (`codex@0.121.0`). */
export async function codex(call: Call, { ask, exitCode, onStart }: CodexSettings): Promise<Answer> {
  const version = call.program.slice("codex@".length);
  const { operands, options } = sortWords(call.args, { withValue, stopsAtOperand: true });
  if (options.some(({ name }) => name === "--version" || name === "-V"))
    return ["/bin/echo", `codex-cli ${version}`];
  if (!["exec", "e", "review"].includes(operands[0] ?? "")) return ["/bin/true"];
  const { CODEX_HOME = "", HOME = "/root" } = call.env;
  // An empty variable counts as unset.
  const codexHome = CODEX_HOME === "" ? `${HOME}/.codex` : CODEX_HOME;
  const start: CodexStart = {
    version,
    args: call.args,
    env: Object.fromEntries(Object.entries(call.env).filter(([name]) => !ofShells.includes(name))),
    workingDirectory: call.workingDirectory,
    codexHome,
    config: (await call.readFile(`${codexHome}/config.toml`)) ?? null,
  };
  if (!ask) {
    onStart(start, undefined);
    // Reads standard input, so that the program that writes the prompt gets no broken pipe.
    return ["/bin/bash", "-pc", `/usr/bin/cat > /dev/null; exit ${exitCode}`];
  }
  const { status, outcome, error } = await ask(start, call);
  onStart(start, { outcome, error });
  return exit(status);
}
