/** The complete content of a link. */
export interface Shared {
  /** The page shows the first file. */
  readonly files: readonly SharedFile[];
  /** The enabled rules. Default: those of `recommended`. */
  readonly rules?: readonly string[] | undefined;
}

/** A lock file, its Markdown source, a file that the source imports, or the log of a run. */
export interface SharedFile {
  /** Relative to `.github/workflows`. */
  readonly name: string;
  readonly text: string;
}

/** The maximum length of a link's uncompressed content. */
const LIMIT = 5_000_000;

/** The fragment of a link: compressed JSON in characters that a URL allows. */
export async function toFragment(shared: Shared): Promise<string> {
  const packed = await pass(
    new Blob([JSON.stringify(shared)]),
    new CompressionStream("deflate-raw"),
    Infinity,
  );
  return fragmentOf(packed);
}

/** The same for data that is already compressed as raw DEFLATE. */
export function fragmentOf(packed: Uint8Array): string {
  let letters = "";
  for (const byte of packed) letters += String.fromCharCode(byte);
  return `2.${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** @throws Error if `toFragment` did not write the fragment, or if its content is too long. */
export async function fromFragment(fragment: string): Promise<Shared> {
  const [, letters] = /^2\.([\w-]+)$/.exec(fragment) ?? [];
  if (letters === undefined) throw new Error("This is not a link to this page.");
  const packed = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  const unpacked = await pass(new Blob([packed]), new DecompressionStream("deflate-raw"), LIMIT);
  const shared: unknown = JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true }).decode(unpacked));
  if (!isShared(shared)) throw new Error("This is not a link to this page.");
  return shared;
}

function isShared(value: unknown): value is Shared {
  return (
    typeof value === "object" &&
    value !== null &&
    "files" in value &&
    Array.isArray(value.files) &&
    value.files.length > 0 &&
    value.files.every(isFile) &&
    (!("rules" in value) || isListOfNames(value.rules))
  );
}

function isFile(value: unknown): value is SharedFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    "text" in value &&
    typeof value.text === "string"
  );
}

function isListOfNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

async function pass(
  input: Blob,
  through: ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
  limit: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  // Some browsers cannot iterate over a stream.
  const reader = input.stream().pipeThrough(through).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limit) throw new Error("This link contains too much text.");
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
