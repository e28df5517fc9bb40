import { fileURLToPath } from "node:url";
import { codexSandboxOptions } from "../codex/codex-sandbox.js";
import { openSandbox, type Sandbox } from "../sandbox/index.js";
import { standInNames } from "./stand-ins/index.js";

const standIn = fileURLToPath(new URL("stand-ins/stand-in", import.meta.url));
const programs = Object.fromEntries(standInNames.map((name) => [`/usr/local/bin/${name}`, standIn]));
const links = {
  // Before those that a workflow may build and install itself.
  "/usr/local/sbin/awf": "/runner/stand-in",
};
const attached = { "/runner/stand-in": standIn };

/** Which Codex runs in a sandbox: one that is only recorded, or the real one. */
export type CodexKind = "recorded" | "real";

/** Those that wait for their next workflow: to make one takes longer than to run a small workflow in it. */
const idle: Readonly<Record<CodexKind, Sandbox[]>> = { recorded: [], real: [] };

/** Runs something in a sandbox of its own, which is then left for the next. */
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
    // Whatever state it is in, it is not to be used again.
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

/** Ends the sandboxes that wait; they also end with the process. */
export async function closeSandboxes(): Promise<void> {
  const sandboxes = [...idle.recorded.splice(0), ...idle.real.splice(0)];
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
}
