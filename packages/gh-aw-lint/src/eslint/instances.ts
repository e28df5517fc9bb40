import type { ESLint } from "eslint";
import { parse } from "node:path";
import { watcher } from "./last-workflow.js";
import { UsageError } from "../usage-error.js";

/** ESLint's result for a text; `undefined` if it ignores the file. */
export type Judge = (file: string, text: string, fix: boolean) => Promise<ESLint.LintResult | undefined>;

/** ESLint with one configuration, with and without fixes; each is created on first use. */
export interface Instances {
  readonly judge: Judge;
  /** @throws what ESLint throws for a configuration that is not valid */
  readonly resolve: (file: string) => Promise<unknown>;
}

/** The command runs no rules of other plugins. */
const ruleFilter = ({ ruleId }: { readonly ruleId: string }): boolean =>
  ruleId.startsWith("gh-aw/") || ruleId === watcher.rule;

/** Without `cwd`, it accepts all files: ESLint ignores files outside `cwd`, and on Windows each drive has its own root. */
export function createInstances(options: ESLint.Options): Instances {
  const instances = new Map<string, ESLint>();
  const instanceFor = async (file: string, fix: boolean): Promise<ESLint> => {
    // ESLint takes longer to load than to lint a file, and `--help` does not need it.
    const { ESLint } = await import("eslint");
    const { cwd = parse(file).root } = options;
    const key = `${fix} ${cwd}`;
    const instance = instances.get(key) ?? new ESLint({ ...options, cwd, fix, ruleFilter });
    instances.set(key, instance);
    return instance;
  };
  return {
    judge: async (file, text, fix) => {
      const eslint = await instanceFor(file, fix);
      const [result] = await eslint.lintText(text, { filePath: file, warnIgnored: false });
      return result;
    },
    resolve: async (file): Promise<unknown> => {
      const eslint = await instanceFor(file, false);
      return await eslint.calculateConfigForFile(file);
    },
  };
}

/**
 * The configuration for a file; `undefined` if it is ignored.
 *
 * @param name of the configuration, as the user knows it
 * @throws UsageError if it is not valid
 */
export async function resolveConfig(instances: Instances, file: string, name: string): Promise<unknown> {
  try {
    return await instances.resolve(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The configuration (${name}) is not valid: ${message.trim()}`);
  }
}
