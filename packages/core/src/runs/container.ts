import type { Answer } from "./codex-run.js";
import { fileOfProgram, SUCCESS, type CallWord, type CommandCall, type Program } from "../shell/index.js";
import { spanInFile, type Span } from "../text/index.js";
import { readCodexInstall, readCodexStart, type CodexStart } from "../codex/command/index.js";
import { isPreparation, startsOtherEngine } from "./other-engine.js";

/** A start of Codex that was found in AWF's container, at the moment it happens. */
export interface FoundStart {
  readonly call: CommandCall;
  readonly starter: "codex" | "threat-detect" | "wrapper";
  readonly word: CallWord;
  readonly args: readonly CallWord[];
  readonly exec: CallWord | undefined;
  readonly version: string | undefined;
  readonly prefersPackage: boolean;
}

/** Watches the commands that one call of AWF runs. */
export interface Container {
  readonly program: Program;
  /** The version of Codex that the container's own commands install. */
  installedCodex(): string | undefined;
  /** To be called when all commands have run. */
  finish(): void;
}

/**
 * A command that is none of the known ones counts as a wrapper that starts Codex (`engine.command`) if
 * gh-aw compiled the file, the step names `CODEX_HOME` and the container starts no engine that is known.
 */
export function watchContainer(mayBeWrapper: boolean, found: (start: FoundStart) => () => void): Container {
  let addWrapper: (() => void) | undefined;
  let installed: string | undefined;
  let startsEngine = false;
  return {
    program(call) {
      // A script that a step wrote is run, whatever its name is.
      if (fileOfProgram(call)) return undefined;
      const start = readCodexStart(call);
      if (start) {
        startsEngine = true;
        found(codexStart(call, start))();
        return SUCCESS;
      }
      installed = readCodexInstall(call) ?? installed;
      if (startsOtherEngine(call)) startsEngine = true;
      else if (mayBeWrapper && !isPreparation(call)) {
        const [word, ...args] = call.words;
        addWrapper = found({
          call,
          starter: "wrapper",
          word,
          args,
          exec: undefined,
          version: undefined,
          prefersPackage: false,
        });
      }
      return undefined;
    },
    installedCodex: () => installed,
    finish() {
      if (!startsEngine) addWrapper?.();
    },
  };
}

function codexStart(call: CommandCall, start: CodexStart): FoundStart {
  const { through, ...rest } = start;
  return { call, starter: through ?? "codex", ...rest };
}

export function startSpan(start: FoundStart): Span {
  return spanInFile(start.call.script, start.word.word.pos, start.word.word.end);
}

/** What was answered on the way to a start of Codex. */
export function answersOf({ call: { state } }: FoundStart): readonly Answer[] {
  return state.facts.keys().flatMap((question) => {
    const answer = state.facts.get(question);
    if (answer !== "yes" && answer !== "no") return [];
    return [{ question, isYes: answer === "yes", about: state.unknowns.get(question) }];
  });
}
