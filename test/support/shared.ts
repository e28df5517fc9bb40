import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of real lock files and recorded outcomes: `GH_AW_LINT_SHARED`, or `shared` next to the repository. */
const shared = process.env.GH_AW_LINT_SHARED ?? fileURLToPath(new URL("../../../shared/", import.meta.url));

/** The path of an entry of that folder; if it is absent, prints a message and returns `undefined`. */
export function sharedPath(name: string): string | undefined {
  const path = shared + name;
  if (existsSync(path)) return path;
  console.warn(`Skipped: ${path} is absent.`);
  return undefined;
}

/** A real lock file whose outcomes are known. */
export interface LabelledFile {
  readonly file: string;
  readonly text: string;
  /** Codex runs in order, by job. */
  readonly jobs: readonly { readonly job: string; readonly verdict: "broken" | "ok" | "unaffected" }[];
}

/** The real lock files, and the outcome of each Codex run in them; none if the folder is absent. */
export function labelledFiles(): readonly LabelledFile[] {
  const folder = sharedPath("corpus/");
  if (folder === undefined) return [];
  const labels = new Map(
    readFileSync(`${folder}labels.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { file: string; jobs: LabelledFile["jobs"] })
      .map(({ file, jobs }) => [file, jobs]),
  );
  return readdirSync(folder)
    .filter((file) => file.endsWith(".lock.yml"))
    .map((file) => ({ file, text: readFileSync(folder + file, "utf8"), jobs: labels.get(file) ?? [] }));
}
