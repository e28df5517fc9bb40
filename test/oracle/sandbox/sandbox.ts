import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { openControlFolder, type ControlFolder } from "./control-folder.js";
import { unshareOptions } from "./prerequisites.js";
import { attachedByAll, fillTemplate } from "./template.js";

/** A command to run in a sandbox. */
export interface SandboxCommand {
  readonly argv: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** The current folder, a path in the sandbox. */
  readonly folder: string;
  /** The time limit; a stopped command has status 124. */
  readonly seconds: number;
}

/** The result of a command in the sandbox. */
export interface CommandResult {
  readonly status: number;
  /** Its standard output and standard error. */
  readonly output: string;
}

/** Answers a request of a program in the sandbox. The names of the request's files in the control folder begin with `name`. */
export type RequestHandler = (name: string, control: ControlFolder) => Promise<void>;

/** What a sandbox has from the start. */
export interface SandboxOptions {
  /** Preinstalled programs: the path in the sandbox, and the file on this machine. */
  readonly programs?: Readonly<Record<string, string>>;
  /** Symbolic links that exist from the start, and their targets. */
  readonly links?: Readonly<Record<string, string>>;
  /** Files and folders of this machine that are mounted read only; the keys are paths in the sandbox. */
  readonly attached?: Readonly<Record<string, string>>;
}

/**
 * A sandbox with its own root folder, this machine's programs (read only), no network and no other processes. Programs in it
 * can change nothing outside.
 */
export interface Sandbox {
  readonly control: ControlFolder;
  /** Runs a command to its end; one at a time. Throws if the sandbox has ended, or a request could not be answered. */
  readonly run: (command: SandboxCommand) => Promise<CommandResult>;
  /** Ends all processes, restores the initial files, and sets the function that answers further requests. */
  readonly reset: (onRequest?: RequestHandler) => Promise<void>;
  /** Copies a file or a folder to a path in it. Call only right after a reset: later, the path could contain links. */
  readonly add: (path: string, source: string) => Promise<void>;
  /** Writes a file, executable if requested. Call only right after a reset. */
  readonly addText: (path: string, text: string, mode?: number) => Promise<void>;
  /** Ends all processes in it, and removes its files. */
  readonly close: () => Promise<void>;
}

type SandboxProcess = ChildProcessByStdio<Writable, Readable, Readable>;

const enter = fileURLToPath(new URL("enter.sh", import.meta.url));
const init = fileURLToPath(new URL("init.sh", import.meta.url));

/** Throws if the namespaces cannot be created; `whySandboxIsImpossible` explains why. */
export async function openSandbox({
  programs = {},
  links = {},
  attached = {},
}: SandboxOptions = {}): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), "gh-aw-lint-sandbox-"));
  const root = join(folder, "root");
  const template = join(folder, "template");
  await mkdir(join(root, "runner"), { recursive: true });
  for (const name of ["dev", "proc"]) await mkdir(join(root, name));
  await fillTemplate(template, { programs, links });
  const control = await openControlFolder(join(root, "runner/control"));
  const mounts = { ...attachedByAll(), ...attached, "/runner/template": template, "/runner/init.sh": init };
  const child = spawn(
    "unshare",
    [
      ...unshareOptions,
      "bash",
      enter,
      root,
      ...Object.entries(mounts).map(([path, source]) => `${source}=${path}`),
    ],
    { stdio: "pipe" },
  );
  const removeFiles = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", removeFiles);
  const close = async (): Promise<void> => {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "close");
    await control.close();
    // The namespace has ended, and with it all mounts in this folder.
    removeFiles();
    process.off("exit", removeFiles);
  };
  try {
    return await startSandbox(root, control, child, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function startSandbox(
  root: string,
  control: ControlFolder,
  child: SandboxProcess,
  close: () => Promise<void>,
): Promise<Sandbox> {
  const errors = text(child.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<void> => {
    const { done } = await lines.next();
    if (done === true) throw new Error(`The sandbox has ended: ${(await errors).trim()}`);
  };
  await nextLine();

  let requests: Socket | undefined;
  let failures: unknown[] = [];
  let count = 0;
  return {
    control,
    run: async ({ argv, environment, folder, seconds }) => {
      const name = `command-${count++}`;
      const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
      await Promise.all([
        control.write(`${name}.command`, endedByNul(argv)),
        control.write(`${name}.environment`, endedByNul(variables)),
        control.write(`${name}.folder`, folder),
        control.write(`${name}.seconds`, String(seconds)),
      ]);
      child.stdin.write(`${name}\n`);
      await nextLine();
      if (failures.length > 0) throw failures[0];
      const [status, output] = await Promise.all([
        control.read(`${name}.status`),
        control.read(`${name}.output`),
      ]);
      return { status: Number(status), output };
    },
    reset: async (onRequest) => {
      requests?.destroy();
      failures = [];
      child.stdin.write("reset\n");
      await nextLine();
      requests = onRequest && listen(control, onRequest, (error) => failures.push(error));
    },
    add: (path, source) => cp(source, inRoot(root, path), { recursive: true }),
    addText: async (path, content, mode = 0o644) => {
      await mkdir(dirname(inRoot(root, path)), { recursive: true });
      await writeFile(inRoot(root, path), content, { mode });
    },
    close: async () => {
      requests?.destroy();
      await close();
    },
  };
}

/** `/usr` is this machine's, except the folder that is mounted in it. */
function inRoot(root: string, path: string): string {
  return join(root, path.replace(/^\/usr\/local\//, "/runner/usr-local/"));
}

/** Arguments and variables must not contain NUL, as the system requires. */
function endedByNul(texts: readonly string[]): string {
  return texts.map((each) => `${each.replaceAll("\0", "")}\0`).join("");
}

/** Programs in the sandbox write the names of their requests to a pipe, a line each. */
function listen(
  control: ControlFolder,
  onRequest: RequestHandler,
  onFailure: (error: unknown) => void,
): Socket {
  const socket = new Socket({ fd: control.openPipe("requests"), readable: true, writable: false });
  createInterface(socket).on("line", (name) => {
    onRequest(name, control).catch(onFailure);
  });
  return socket;
}
