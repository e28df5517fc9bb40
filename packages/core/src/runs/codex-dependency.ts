import { installsDependencies } from "../codex/command/index.js";
import { type CommandCall, directoryOf, textOfContent } from "../shell/index.js";

const LOCK_FILES = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
];

/**
 * The range of versions of Codex in a `package.json` of the job, for a call such as `npm install` that installs its
 * dependencies. `undefined` if it names none, if the file is not known, or if a lock file may name another version.
 */
export function dependencyOf(call: CommandCall): string | undefined {
  if (!installsDependencies(call)) return undefined;
  const { files } = call.state;
  // Options may name another folder, or leave out dependencies.
  if (call.words.slice(1).some(({ value, maySplit }) => maySplit || !HAS_NO_EFFECT_ON_VERSIONS.test(value)))
    return undefined;
  const folder = directoryOf(call.state);
  if (LOCK_FILES.some((name) => files.find(`${folder}/${name}`).node.kind !== "absent")) return undefined;
  const { node } = files.find(`${folder}/package.json`);
  const text = node.kind === "file" ? textOfContent(node.content) : undefined;
  return text === undefined ? undefined : rangeIn(text);
}

const HAS_NO_EFFECT_ON_VERSIONS =
  /^(?:install|i|--no-audit|--no-fund|--silent|--quiet|--no-progress|--ignore-scripts)$/;

function rangeIn(json: string): string | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(json);
  } catch {
    return undefined;
  }
  // An optional dependency counts instead of another one; development dependencies may be left out.
  const isElsewhere = ["optionalDependencies", "devDependencies"].some(
    (key) => member(member(manifest, key), "@openai/codex") !== undefined,
  );
  const range = member(member(manifest, "dependencies"), "@openai/codex");
  return typeof range === "string" && !isElsewhere ? range : undefined;
}

function member(value: unknown, key: string): unknown {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return entries.find(([name]) => name === key)?.[1];
}
