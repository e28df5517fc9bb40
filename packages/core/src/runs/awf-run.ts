import {
  ask,
  createInterpreter,
  exportedVariables,
  inSubshell,
  noteIfOutlived,
  scriptOfValue,
  statusIfItEnds,
  type CommandCall,
  type Shell,
  type Status,
} from "../shell/index.js";
import type { Environment, Step } from "../workflow/index.js";
import { readConfiguration, withConfiguration, type AwfConfiguration, type AwfStart } from "../awf/index.js";
import type { CodexRun } from "./codex-run.js";
import { noteCodexInstall } from "./codex-version.js";
import { watchContainer, type FoundStart } from "./container.js";
import { enterContainer, type Refusal } from "./container-environment.js";
import type { PossibleStart } from "./possible-starts.js";
import { setProxyVariables } from "./proxy-variables.js";

/** The facts about AWF before it starts its container. */
export type AwfFacts = Pick<CodexRun, "awfVersion" | "apiProxy" | "credentials" | "variables">;

/** The facts about AWF and the variables of its container. */
export interface ContainerFacts extends AwfFacts {
  /** The variables that AWF passes to the container's commands. */
  readonly passedVariables: ReadonlyMap<string, string>;
  /** `passedVariables`, and the variables that AWF sets for its API proxy. */
  readonly atStart: ReadonlyMap<string, string>;
}

/** Collects the starts of Codex as they are found. */
export interface RunCollector {
  /** Later starts belong to a new combination of the job's matrix. */
  startCombination(): void;
  /** Must be called before the state becomes the container's. */
  awfFacts(awf: AwfStart, configuration: AwfConfiguration, call: CommandCall): AwfFacts;
  /** Creates the run of a start from the current state; call the returned function to add it. */
  recordStart(start: FoundStart, awf: AwfStart, awfFacts: ContainerFacts, step: Step): () => void;
  /** Notes a program of the repository that may start Codex in the current state. */
  recordPossible(
    program: string,
    start: FoundStart,
    awf: AwfStart,
    awfFacts: ContainerFacts,
    step: Step,
  ): void;
  /** Notes a start of Codex without AWF. */
  noteUncontained(): void;
  readonly isCompiled: boolean;
  /** Prints the version for `codex --version`; `undefined` if this is another call, or the version is not known. */
  printVersion(call: CommandCall, shell: Shell): Status | undefined;
  runs(): readonly CodexRun[];
  /** Programs that may start Codex, if no command of the job is known to do so. */
  possibleStarts(): readonly PossibleStart[];
}

/** Runs the command of a call of AWF: one word with blanks is a script, several words are a command. */
export function runAwf(
  called: AwfStart,
  call: CommandCall,
  shell: Shell,
  step: Step,
  environment: Environment,
  collector: RunCollector,
): Status {
  const { state } = call;
  const configuration = readConfiguration(called, call, shell);
  const awf = withConfiguration(called, configuration);
  const awfFacts = collector.awfFacts(awf, configuration, call);
  let passedVariables: ReadonlyMap<string, string> = new Map();
  let atStart = passedVariables;
  const started = new Set<FoundStart>();
  const container = watchContainer(collector.isCompiled && environment.has("CODEX_HOME"), {
    found: (start) => {
      started.add(start);
      return collector.recordStart(start, awf, { ...awfFacts, passedVariables, atStart }, step);
    },
    foundPossible:
      collector.isCompiled || !awfFacts.apiProxy.on
        ? undefined
        : (start, program) => {
            const facts = { ...awfFacts, passedVariables, atStart };
            collector.recordPossible(program, start, awf, facts, step);
          },
  });
  const interpreter = createInterpreter((inner, innerShell) => {
    noteCodexInstall(inner);
    return collector.printVersion(inner, innerShell) ?? container.program(inner, innerShell);
  });
  const [first, ...rest] = awf.command;
  const refusals = new Set<Refusal>();
  const statuses = new Set<Status | undefined>();
  const passesEnvironment = (): boolean =>
    awf.passesEnvironment ||
    (configuration.unknown !== undefined &&
      ask(state, `awf environment ${configuration.unknown.id}`, true, configuration.unknown));
  // All ways through the container's commands are explored; afterwards, only what all of them agree on is known.
  state.ways.runJoined(() => {
    inSubshell(state, () => {
      noteIfOutlived(state, call.isTested);
      const { apiProxy } = awfFacts;
      const refusal = enterContainer(state, { ...awf, passesEnvironment: passesEnvironment() }, apiProxy.on);
      if (refusal !== undefined) {
        refusals.add(refusal);
        return;
      }
      state.notes.set("container", "AWF");
      passedVariables = exportedVariables(state);
      setProxyVariables(state, awfFacts);
      atStart = exportedVariables(state);
      statuses.add(
        statusIfItEnds(() =>
          rest.length === 0 && /\s/.test(first.value)
            ? interpreter.runScript(scriptOfValue(first.text), state)
            : interpreter.runWords({ ...call, state }, awf.command),
        ),
      );
    });
  });
  state.notes.set("container", undefined);
  if (refusals.size > 0) return 1;
  container.finish();
  shell.print(call, [{ kind: "unknown", what: "`awf`", origin: call.origin }]);
  // AWF's status is that of its command. A compiled file's commands may need files of AWF's image, which is not
  // modelled.
  const [only] = statuses;
  if (
    started.size === 0 &&
    !collector.isCompiled &&
    statuses.size === 1 &&
    typeof only === "number" &&
    only > 0
  )
    return only;
  return {
    id: `awf ${String(call.command.pos)} ${String(call.state.counters.get("awf") ?? 0)}`,
    label: "$?",
    what: "AWF",
    origin: call.origin,
  };
}
