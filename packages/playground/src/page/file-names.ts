import type { Slot } from "../analysis/slots.js";
import type { SharedFile } from "./share-link.js";

/** A file, and what it is for. */
export interface PlacedFile extends SharedFile {
  readonly slot: Slot;
}

/** What the texts are called: lock file and source by the same name. */
export interface FileNames {
  /** Before the dot. */
  readonly base: string;
  nameOf(slot: Slot): string;
  /** What a file is for, by its name alone; `undefined` where that does not tell. */
  slotOf(name: string): "lock" | "source" | "log" | undefined;
  /** The names after a file came; an empty one is that of a text that was pasted. */
  with(slot: Slot, name: string): FileNames;
  /** What each file of a repository is for: of several sources, one is that of the lock file. */
  place(files: readonly SharedFile[]): readonly PlacedFile[];
}

const DEFAULT_BASE = "workflow";

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
