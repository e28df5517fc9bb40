import { installsDependencies, readCodexInstall } from "../codex/command/index.js";
import { UNKNOWN_VERSION } from "../codex/releases/index.js";
import type { CommandCall } from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import type { FoundStart } from "./container.js";
import type { InstalledVersions } from "./installed-versions.js";

/** Records the version of Codex that a call installs, for later starts. */
export function noteCodexInstall(call: CommandCall): void {
  const { notes } = call.state;
  const version = readCodexInstall(call);
  if (version !== undefined) {
    notes.set("codex", version);
    notes.set("program codex", "installed");
    notes.set("dependencies", undefined);
  } else if (installsDependencies(call)) {
    notes.set("dependencies", "installed");
  }
}

/** The version that a start of Codex gets; `undefined` if none is named, so that it is the newest. */
export function codexVersionOf(
  { call: { state }, version, prefersPackage }: FoundStart,
  job: Job,
  versions: InstalledVersions,
): string | undefined {
  // `package.json` may name any version.
  const hasDependencies = state.notes.get("dependencies") !== undefined;
  if (hasDependencies && prefersPackage && (version ?? "") === "") return UNKNOWN_VERSION;
  const named = version ?? noted(state.notes.get("codex")) ?? versions.codex(job);
  return named ?? (hasDependencies && job.source.includes("node_modules") ? UNKNOWN_VERSION : undefined);
}

/** A note of the state; `UNKNOWN_VERSION` if it is unknown or one of several. */
export function noted(note: string | undefined): string | undefined {
  return note?.includes("\0") === true || note?.includes("\u0001") === true ? UNKNOWN_VERSION : note;
}
