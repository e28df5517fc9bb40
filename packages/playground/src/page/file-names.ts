import type { Slot } from "../analysis/slots.js";
import type { SharedFile } from "./share-link.js";

/** A file and its role. */
export interface PlacedFile extends SharedFile {
  readonly slot: Slot;
}

/** The names of the texts; lock file and source share one. */
export interface FileNames {
  /** Without the extension. */
  readonly base: string;
  nameOf(slot: Slot): string;
  /** The role of a file according to its name; `undefined` if the name does not determine it. */
  slotOf(name: string): "lock" | "source" | "log" | undefined;
  /** The names after a file was added; a pasted text has an empty name. */
  with(slot: Slot, name: string): FileNames;
  /** The role of each file of a repository: among several sources, one belongs to the lock file. */
  place(files: readonly SharedFile[]): readonly PlacedFile[];
}

const DEFAULT_BASE = "workflow";

/** The names of the texts of a workflow with the name `base`. */
export function fileNames(base: string = DEFAULT_BASE): FileNames {
  return {
    base,
    nameOf(slot) {
      switch (slot) {
        case "lock":
          return `${base}.lock.yml`;
        case "source":
          return `${base}.md`;
        case "log":
          return "log.txt";
        default:
          return slot;
      }
    },
    slotOf,
    with(slot, name) {
      if (slot !== "lock" && slot !== "source") return fileNames(base);
      return fileNames(name === "" ? DEFAULT_BASE : baseOf(name));
    },
    place(files) {
      const lock = files.find(({ name }) => slotOf(name) === "lock");
      const sources = files.filter(({ name }) => slotOf(name) === "source");
      const source = sources.find(({ name }) => lock && baseOf(name) === baseOf(lock.name)) ?? sources[0];
      return files.map((file) => {
        const slot = slotOf(file.name) ?? "log";
        const isImported = slot === "source" && file !== source;
        return { ...file, slot: isImported ? `${file.name.replace(/\.md$/, "")}.md` : slot };
      });
    },
  };
}

function slotOf(name: string): "lock" | "source" | "log" | undefined {
  if (/\.ya?ml$/.test(name)) return "lock";
  if (name.endsWith(".md")) return "source";
  return /\.(?:log|txt)$/.test(name) ? "log" : undefined;
}

function baseOf(name: string): string {
  return name.replace(/(?:\.lock)?\.ya?ml$|\.md$/, "");
}
