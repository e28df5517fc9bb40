import type { ControlFolder, RequestHandler } from "../../sandbox/index.js";

/** A call of a program that has a stand-in. */
export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** The text of a file as the program sees it; `undefined` if the file does not exist. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  /** Runs a command instead of the program, to its end, and forwards its output. */
  readonly run: (command: readonly string[]) => Promise<RunResult>;
  /** The same, but forwards the output immediately and does not return it. */
  readonly wait: (command: readonly string[]) => Promise<number>;
}

/** The result of a command that has ended. */
export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command that replaces the program. */
export type Answer = readonly [program: string, ...args: string[]];

/** What replaces a program. */
export type StandIn = (call: Call) => Promise<Answer> | Answer;

/** Answers the requests of `stand-in`. */
export function callHandler(standInFor: (program: string) => StandIn): RequestHandler {
  const asked = new Map<string, () => void>();
  return async (id, control) => {
    const again = asked.get(id);
    if (again) {
      again();
      return;
    }
    const step = async (words: readonly string[]): Promise<void> => {
      const done = new Promise<void>((resolve) => asked.set(id, resolve));
      await answer(control, id, words);
      await done;
    };
    const call = await readCall(id, control, step);
    await answer(control, id, ["exec", ...(await standInFor(call.program)(call))]);
    asked.delete(id);
  };
}

async function readCall(
  id: string,
  control: ControlFolder,
  step: (words: readonly string[]) => Promise<void>,
): Promise<Call> {
  const status = async (): Promise<number> => Number(await control.read(`${id}.status`));
  const [args, environment, workingDirectory] = await Promise.all(
    ["arguments", "environment", "folder"].map((name) => control.read(`${id}.${name}`)),
  );
  return {
    program: id.slice(0, id.lastIndexOf(".")),
    args: items(args ?? ""),
    env: Object.fromEntries(items(environment ?? "").map(nameAndValue)),
    workingDirectory: workingDirectory ?? "",
    readFile: async (path) => {
      await step(["give", path]);
      const given = await control.read(`${id}.given`);
      return given.startsWith("here") ? given.slice("here".length) : undefined;
    },
    run: async (command) => {
      await step(["run", ...command]);
      return {
        status: await status(),
        stdout: await control.read(`${id}.stdout`),
        stderr: await control.read(`${id}.stderr`),
      };
    },
    wait: async (command) => {
      await step(["wait", ...command]);
      return status();
    },
  };
}

function answer(control: ControlFolder, id: string, words: readonly string[]): Promise<void> {
  return control.write(
    `answer-${id.slice(id.lastIndexOf(".") + 1)}`,
    words.map((word) => `${word}\0`).join(""),
  );
}

function items(text: string): readonly string[] {
  return text.split("\0").slice(0, -1);
}

function nameAndValue(variable: string): readonly [name: string, value: string] {
  const equals = variable.indexOf("=");
  return [variable.slice(0, equals), variable.slice(equals + 1)];
}
