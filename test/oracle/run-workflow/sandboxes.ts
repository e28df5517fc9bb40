import { fileURLToPath } from "node:url";
import { codexSandboxOptions } from "../codex/codex-sandbox.js";
import { openSandbox, type Sandbox } from "../sandbox/index.js";
import { standInNames } from "./stand-ins/index.js";

const standIn = fileURLToPath(new URL("stand-ins/stand-in", import.meta.url));
const programs = Object.fromEntries(standInNames.map((name) => [`/usr/local/bin/${name}`, standIn]));
const links = {
  // Takes precedence over programs that a workflow installs itself.
  "/usr/local/sbin/awf": "/runner/stand-in",
};
const attached = { "/runner/stand-in": standIn };

/** Whether starts of Codex are only recorded, or run the real Codex. */
export type CodexKind = "recorded" | "real";

/** Sandboxes that are free: creating one takes longer than running a small workflow in it. */
const idle: Readonly<Record<CodexKind, Sandbox[]>> = { recorded: [], real: [] };

/** Calls a function with a free or new sandbox, and keeps the sandbox for reuse. */
export async function withSandbox<Result>(
  kind: CodexKind,
  use: (sandbox: Sandbox) => Promise<Result>,
): Promise<Result> {
  const sandbox = idle[kind].pop() ?? (await open(kind));
  try {
    const result = await use(sandbox);
    idle[kind].push(sandbox);
    return result;
  } catch (error) {
    // The sandbox may be in any state, so it is not reused.
    await sandbox.close();
    throw error;
  }
}

async function open(kind: CodexKind): Promise<Sandbox> {
  if (kind === "recorded") return openSandbox({ programs, links, attached });
  const forCodex = await codexSandboxOptions();
  return openSandbox({
    programs,
    links: { ...links, ...forCodex.links },
    attached: { ...attached, ...forCodex.attached },
  });
}

/** Closes the free sandboxes; they also end with the process. */
export async function closeSandboxes(): Promise<void> {
  const sandboxes = [...idle.recorded.splice(0), ...idle.real.splice(0)];
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
}
