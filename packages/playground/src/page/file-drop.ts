/** A file that was dropped on the page or chosen. */
export interface LoadedFile {
  readonly name: string;
  readonly text: string;
}

/** Larger files are not lock files, and would slow the page down. */
const LIMIT = 5_000_000;

/** Reads a file unchanged, with its byte order mark. @throws Error if it is too large. */
export async function readFile(file: File): Promise<LoadedFile> {
  if (file.size > LIMIT) throw new Error(`${file.name} is larger than 5 MB.`);
  const bytes = await file.arrayBuffer();
  return { name: file.name, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
}

/** Accepts files dropped anywhere on the page. `hover` is called when a file enters or leaves the page. */
export function acceptDrops(dropped: (files: readonly File[]) => void, hover: (over: boolean) => void): void {
  const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;
  // Handles the event before the editor, which would insert the file's text.
  const options = { capture: true };
  document.addEventListener(
    "dragover",
    (event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      hover(true);
    },
    options,
  );
  document.addEventListener(
    "dragleave",
    ({ relatedTarget }) => {
      if (relatedTarget === null) hover(false);
    },
    options,
  );
  document.addEventListener(
    "drop",
    (event) => {
      hover(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      dropped(files);
    },
    options,
  );
}
