import { exportedVariables, inSubshell, type CommandCall, type Shell, type Status } from "../shell/index.js";
import { createInterpreter, scriptOfValue } from "../shell/index.js";
import type { Environment, Step } from "../workflow/index.js";
import type { AwfStart } from "../awf/index.js";
import { readCodexInstall } from "../codex/command/index.js";
import type { CodexRun } from "./codex-run.js";
import { watchContainer, type FoundStart } from "./container.js";
import { enterContainer, type Refusal } from "./container-environment.js";

/** What AWF itself finds, before it starts its container. */
export type Surroundings = Pick<CodexRun, "awfVersion" | "apiProxy" | "credentials" | "variables">;

export interface ContainerSurroundings extends Surroundings {
  /** The variables with which the container's commands start. */
  readonly handedOn: ReadonlyMap<string, string>;
}

/** Takes the starts of Codex as they are found. */
export interface RunCollector {
  /** To be asked before the state becomes the container's. */
  surroundings(awf: AwfStart, call: CommandCall, step: Step): Surroundings;
  /** Looks at what a start finds now; the function that it returns adds the run. */
  look(start: FoundStart, awf: AwfStart, surroundings: ContainerSurroundings, step: Step): () => void;
  readonly isCompiled: boolean;
  runs(): readonly CodexRun[];
}

/** Runs what stands behind AWF's options: one word is a script, several are a command. */
export function runAwf(
  awf: AwfStart,
  call: CommandCall,
  shell: Shell,
  step: Step,
  environment: Environment,
  collector: RunCollector,
): Status {
  const { state } = call;
  const surroundings = collector.surroundings(awf, call, step);
  let handedOn: ReadonlyMap<string, string> = new Map();
  const container = watchContainer(collector.isCompiled && environment.has("CODEX_HOME"), (start) =>
    collector.look(start, awf, { ...surroundings, handedOn }, step),
  );
  const interpreter = createInterpreter((inner, innerShell) => {
    const version = readCodexInstall(inner);
    if (version !== undefined) inner.state.notes.set("codex", version);
    return container.program(inner, innerShell);
  });
  const [first, ...rest] = awf.command;
  const refusals = new Set<Refusal>();
  // Each way through the container's commands is looked at; what they leave is what all of them leave.
  state.ways.runJoined(() => {
    inSubshell(state, () => {
      const { apiProxy } = surroundings;
      const refusal = enterContainer(state, awf, apiProxy.on);
      if (refusal !== undefined) {
        refusals.add(refusal);
        return 1;
      }
      handedOn = exportedVariables(state);
      return rest.length === 0 && /\s/.test(first.value)
        ? interpreter.runScript(scriptOfValue(first.text), state)
        : interpreter.runWords({ ...call, state }, awf.command);
    });
  });
  if (refusals.size > 0) return 1;
  container.finish();
  shell.print(call, [{ kind: "unknown", program: "awf", origin: call.origin }]);
  return {
    id: `awf ${String(call.command.pos)} ${String(call.state.counters.get("awf") ?? 0)}`,
    label: "$?",
    what: "AWF",
    origin: call.origin,
  };
}
