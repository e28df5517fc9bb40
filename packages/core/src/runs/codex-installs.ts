import { type AwfStart, readAwfCall } from "../awf/index.js";
import { readCodexInstall, readCodexStart } from "../codex/command/index.js";
import { UNKNOWN_VERSION } from "../codex/releases/index.js";
import { runStepAlone } from "../execution/index.js";
import {
  type CallWord,
  type CommandCall,
  createInterpreter,
  inSubshell,
  type Program,
  scriptOfValue,
  statusIfItEnds,
  SUCCESS,
} from "../shell/index.js";
import { type MappedText, memoizeByObject, type Span } from "../text/index.js";
import type { Job, Workflow } from "../workflow/index.js";

/** A word of a script that makes npm fetch Codex, such as `@openai/codex@0.121.0`. */
export interface CodexInstall {
  readonly job: Job;
  /** The text after `@openai/codex@`; "" if no version is named. */
  readonly version: string;
  /** The script that holds the word; `span` is that of the word in it, quotes included. */
  readonly script: MappedText;
  readonly span: Span;
}

const PACKAGE = "@openai/codex";

const INSTALLERS: readonly string[] = ["bun", "npm", "pnpm", "yarn"];

/** Every word of a workflow that makes npm install Codex, or `npx` fetch it. Memoized by workflow. */
export const findCodexInstalls: (workflow: Workflow) => readonly CodexInstall[] =
  memoizeByObject(computeInstalls);

function computeInstalls(workflow: Workflow): readonly CodexInstall[] {
  const installs: CodexInstall[] = [];
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      if (!step.run?.source.includes(PACKAGE)) continue;
      const program: Program = (call) => {
        const word = fetchingWord(call);
        if (word) add(installs, installOf(job, word, call));
        const awf = readAwfCall(call);
        if (!awf) return undefined;
        runInContainer(awf, call, program);
        return SUCCESS;
      };
      runStepAlone(workflow, job, step, program);
    }
  }
  return installs;
}

function fetchingWord(call: CommandCall): CallWord | undefined {
  const fetches =
    (INSTALLERS.includes(call.name) && readCodexInstall(call) !== undefined) ||
    readCodexStart(call) !== undefined;
  return fetches
    ? call.words.find(({ value }) => value === PACKAGE || value.startsWith(`${PACKAGE}@`))
    : undefined;
}

function installOf(job: Job, { value, word }: CallWord, { script }: CommandCall): CodexInstall {
  const span = { start: word.pos, end: word.end };
  // Another step may set the version after the `@`.
  const version = value === `${PACKAGE}@` ? UNKNOWN_VERSION : value.slice(PACKAGE.length + 1);
  return { job, version, script, span };
}

/** Adds an install unless it is known already: a loop runs the same word several times. */
function add(installs: CodexInstall[], install: CodexInstall): void {
  const start = install.script.startInFile(install.span.start);
  if (!installs.some(({ script, span }) => script.startInFile(span.start) === start)) installs.push(install);
}

function runInContainer(awf: AwfStart, call: CommandCall, program: Program): void {
  const { state } = call;
  const interpreter = createInterpreter(program);
  const [first, ...rest] = awf.command;
  inSubshell(state, () =>
    statusIfItEnds(() =>
      rest.length === 0 && /\s/.test(first.value)
        ? interpreter.runScript(scriptOfValue(first.text), state)
        : interpreter.runWords({ ...call, state }, awf.command),
    ),
  );
}
