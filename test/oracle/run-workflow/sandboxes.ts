import { fileURLToPath } from "node:url";
import { openSandbox, type Sandbox } from "../sandbox/index.js";
import { standInNames } from "./stand-ins/index.js";

const standIn = fileURLToPath(new URL("stand-ins/stand-in", import.meta.url));
const links = Object.fromEntries(standInNames.map((name) => [`/usr/local/bin/${name}`, "/runner/stand-in"]));
const attached = { "/runner/stand-in": standIn };

/** Those that wait for their next workflow: to make one takes longer than to run a small workflow in it. */
const idle: Sandbox[] = [];

/** Runs something in a sandbox of its own, which is then left for the next. */
export async function withSandbox<Result>(use: (sandbox: Sandbox) => Promise<Result>): Promise<Result> {
  const sandbox = idle.pop() ?? (await openSandbox({ links, attached }));
  try {
    const result = await use(sandbox);
    idle.push(sandbox);
    return result;
  } catch (error) {
    // Whatever state it is in, it is not to be used again.
    await sandbox.close();
    throw error;
  }
}

/** Ends the sandboxes that wait; they also end with the process. */
export async function closeSandboxes(): Promise<void> {
  await Promise.all(idle.splice(0).map((sandbox) => sandbox.close()));
}
