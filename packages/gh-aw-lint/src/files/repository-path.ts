import { pathFrom, withSlashes } from "./paths.js";
import type { Terminal } from "../terminal.js";

/** A file's path as GitHub knows it: relative to the repository's root, which on a runner is the workspace. */
export function repositoryPath(file: string, { cwd, env }: Terminal): string {
  const workspace = env.GITHUB_WORKSPACE;
  return withSlashes(pathFrom(workspace === undefined || workspace === "" ? cwd : workspace, file));
}
