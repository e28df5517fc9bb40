import type { Answer } from "./codex-run.js";
import {
  fileOfProgram,
  isDerivedFact,
  SUCCESS,
  type CallWord,
  type CommandCall,
  type Program,
} from "../shell/index.js";
import { spanInFile, type Span } from "../text/index.js";
import { readCodexInstall, readCodexStart, type CodexStart } from "../codex/command/index.js";
import { isPreparation, startsOtherEngine } from "./other-engine.js";
import { repositoryProgram } from "./repository-programs.js";

/** A start of Codex in AWF's container, at the moment it happens. */
export interface FoundStart {
  readonly call: CommandCall;
  readonly starter: "codex" | "threat-detect" | "wrapper";
  readonly word: CallWord;
  readonly args: readonly CallWord[];
  readonly exec: CallWord | undefined;
  readonly version: string | undefined;
  readonly prefersPackage: boolean;
}

/** Watches the commands of one call of AWF. */
export interface Container {
  readonly program: Program;
  /** The version of Codex that the container's own commands install. */
  installedCodex(): string | undefined;
  /** Must be called after all commands have run. */
  finish(): void;
}

/** What is done with starts of Codex. */
export interface Watch {
  /** Called at each start of Codex; call the function that it returns to add the run. */
  readonly found: (start: FoundStart) => () => void;
  /** Called where `program`, one of the repository, may start Codex; `undefined` if nobody wants to know. */
  readonly foundPossible: ((start: FoundStart, program: string) => void) | undefined;
}

/**
 * Watches a container. An unknown command counts as a wrapper that starts Codex (`engine.command`) if gh-aw compiled the
 * file and the step sets `CODEX_HOME` (`mayBeWrapper`), and the container starts no known engine.
 */
export function watchContainer(mayBeWrapper: boolean, { found, foundPossible }: Watch): Container {
  let addWrapper: (() => void) | undefined;
  let installed: string | undefined;
  let startsEngine = false;
  return {
    program(call) {
      // The interpreter runs a script that a step wrote, whatever its name is.
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
        const [, ...args] = call.words;
        addWrapper = found({ ...startBy(call), args });
      } else if (foundPossible) {
        const program = repositoryProgram(call);
        if (program !== undefined) foundPossible(startBy(call), program);
      }
      return undefined;
    },
    installedCodex: () => installed,
    finish() {
      if (!startsEngine) addWrapper?.();
    },
  };
}

/** A start of Codex by another program, with arguments that are not known. */
function startBy(call: CommandCall): FoundStart {
  return {
    call,
    starter: "wrapper",
    word: call.words[0],
    args: [],
    exec: undefined,
    version: undefined,
    prefersPackage: false,
  };
}

function codexStart(call: CommandCall, start: CodexStart): FoundStart {
  const { through, ...rest } = start;
  return { call, starter: through ?? "codex", ...rest };
}

/** The span of the word that starts Codex, in the lock file. */
export function startSpan(start: FoundStart): Span {
  return spanInFile(start.call.script, start.word.word.pos, start.word.word.end);
}

/** The answers on the way to a start of Codex. */
export function answersOf({ call: { state } }: FoundStart): readonly Answer[] {
  return state.facts.keys().flatMap((question) => {
    const answer = isDerivedFact(question) ? undefined : state.facts.get(question);
    if (answer !== "yes" && answer !== "no") return [];
    return [{ question, isYes: answer === "yes", about: state.unknowns.get(question) }];
  });
}
