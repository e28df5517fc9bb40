import { pathFrom } from "../files/paths.js";
import { createInstances } from "./instances.js";
import { eslintsIgnores, sourceFiles, workflowFiles } from "./preset.js";

/** Whether patterns ignore a file, as with ESLint's `--ignore-pattern`; relative to the folder. */
export function createIgnores(patterns: readonly string[], cwd: string): (file: string) => Promise<boolean> {
  if (patterns.length === 0) return () => Promise.resolve(false);
  const instances = createInstances({
    cwd,
    overrideConfigFile: true,
    baseConfig: [eslintsIgnores, { files: workflowFiles.concat(sourceFiles) }],
    ignorePatterns: [...patterns],
  });
  return async (file) => {
    const isOutside = pathFrom(cwd, file) === file;
    return !isOutside && (await instances.resolve(file)) === undefined;
  };
}
