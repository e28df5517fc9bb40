import { pathFrom, withSlashes } from "./paths.js";
import type { Terminal } from "../terminal.js";

/** The path of a file as GitHub knows it: from the repository's folder, which on a runner is the workspace. */
export function repositoryPath(file: string, { cwd, env }: Terminal): string {
  const workspace = env.GITHUB_WORKSPACE;
  return withSlashes(pathFrom(workspace === undefined || workspace === "" ? cwd : workspace, file));
}
