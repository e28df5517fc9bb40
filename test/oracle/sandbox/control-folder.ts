import { constants, openSync } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";

/**
 * The folder through which the sandbox and its owner communicate. Programs in the sandbox could create links in it, so no
 * file is opened through a link, and the folder is opened before any program runs.
 */
export interface ControlFolder {
  readonly read: (name: string) => Promise<string>;
  /** The text, or `undefined` if the file does not exist. */
  readonly readIfThere: (name: string) => Promise<string | undefined>;
  readonly write: (name: string, text: string) => Promise<void>;
  /** Does nothing if the file does not exist. */
  readonly remove: (name: string) => Promise<void>;
  /** The descriptor of a named pipe, open for reading and writing, so that opening it does not block. */
  readonly openPipe: (name: string) => number;
  readonly close: () => Promise<void>;
}

/** Opens the folder, which is created if it does not exist. */
export async function openControlFolder(path: string): Promise<ControlFolder> {
  await mkdir(path, { recursive: true });
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  const at = (name: string): string => `/proc/self/fd/${folder.fd}/${name}`;

  const read = async (name: string): Promise<string> => {
    // Reading a pipe instead of a file would block forever.
    const file = await open(at(name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await file.readFile("utf8");
    } finally {
      await file.close();
    }
  };

  return {
    read,
    readIfThere: async (name) => {
      try {
        return await read(name);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    write: async (name, text) => {
      // If it is a pipe, a program already waits for the text, so opening it does not block.
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
      const file = await open(at(name), flags, 0o644);
      try {
        await file.writeFile(text);
      } finally {
        await file.close();
      }
    },
    remove: (name) => rm(at(name), { force: true }),
    openPipe: (name) => openSync(at(name), constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK),
    close: () => folder.close(),
  };
}
