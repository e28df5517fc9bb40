import { spawnSync } from "node:child_process";
import { parse } from "yaml";

/** Whether a smaller text still shows the contradiction. */
export type Shows = (text: string) => Promise<boolean>;

/** Removes steps and lines while the workflow still shows the same, with at most this many attempts. */
export async function reduce(text: string, shows: Shows, attempts: number): Promise<string> {
  let left = attempts;
  let smallest = text;
  const without = async (split: (text: string) => readonly string[]): Promise<boolean> => {
    let hasChanged = false;
    for (let size = Math.ceil(split(smallest).length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let start = 0; start < split(smallest).length && left > 0;) {
        const parts = split(smallest);
        const candidate = parts.filter((_, index) => index < start || index >= start + size).join("");
        if (isSound(candidate) && left-- > 0 && (await shows(candidate))) {
          smallest = candidate;
          hasChanged = true;
        } else start += size;
      }
    }
    return hasChanged;
  };
  await without(steps);
  while ((await without(lines)) && left > 0);
  return smallest;
}

function steps(text: string): readonly string[] {
  return text.split(/(?=^ {6}- )/m);
}

function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

interface Sound {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly {
          readonly run?: unknown;
          readonly uses?: unknown;
          readonly shell?: unknown;
        }[];
      }
    >
  >;
}

/** Whether a text is still a workflow whose scripts Bash can parse; otherwise, it would show other faults. */
function isSound(text: string): boolean {
  try {
    const { jobs } = parse(text) as Sound;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    return steps.every(
      ({ run, uses, shell }) =>
        (run ?? uses) !== undefined && isScript(run) && (shell === undefined || isShell(shell)),
    );
  } catch {
    return false;
  }
}

function isScript(run: unknown): boolean {
  if (run === undefined) return true;
  // A background job without `wait` may end at any time.
  if (typeof run === "string" && /&\n(?!\s*wait\b)/.test(`${run}\n`.replaceAll("&&\n", ""))) return false;
  return typeof run === "string" && spawnSync("bash", ["-n"], { input: run }).status === 0;
}

function isShell(shell: unknown): boolean {
  return typeof shell === "string" && /^(?:\/usr\/bin\/)?(?:ba)?sh(?: [-a-z]+)*(?: \{0\})?$/.test(shell);
}
