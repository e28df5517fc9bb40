/** What a link holds: nothing but this. */
export interface Shared {
  /** The first is the one that is looked at. */
  readonly files: readonly SharedFile[];
  /** The rules that are on; those of `recommended` if it is left out. */
  readonly rules?: readonly string[] | undefined;
}

/** A lock file, the Markdown that it is compiled from, what that imports, or the log of a run. */
export interface SharedFile {
  /** From `.github/workflows`. */
  readonly name: string;
  readonly text: string;
}

/** A link's content, unpacked, is at most this long. */
const LIMIT = 5_000_000;

/** The fragment of a link: JSON, compressed, in the letters that a URL may hold. */
export async function toFragment(shared: Shared): Promise<string> {
  const packed = await pass(
    new Blob([JSON.stringify(shared)]),
    new CompressionStream("deflate-raw"),
    Infinity,
  );
  return fragmentOf(packed);
}

/** The same of what is compressed already, as raw DEFLATE. */
export function fragmentOf(packed: Uint8Array): string {
  let letters = "";
  for (const byte of packed) letters += String.fromCharCode(byte);
  return `2.${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** @throws Error if the fragment is none that `toFragment` wrote, or holds too much. */
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
  // Not every browser can iterate over a stream.
  const reader = input.stream().pipeThrough(through).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limit) throw new Error("This link contains too much text.");
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
