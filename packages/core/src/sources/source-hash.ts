import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson, compareCodePoints } from "./canonical-json.js";
import { importedFiles, type ImportReading, type Imports, partsOf } from "./imports.js";
import type { RepositoryFiles } from "./repository.js";
import {
  importedExpressions,
  type ImportRoot,
  isEmptyExpression,
  readsVariables,
  templateExpressions,
} from "./runtime-imports.js";

/** A source with what stands beside it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly repository: RepositoryFiles;
}

/** In what the compilers' ways to hash a source differ. */
export interface HashAlgorithm {
  readonly imports: ImportReading;
  /** Whether `<`, `>` and `&` are escaped, as `json.Marshal` of Go does it. */
  readonly escapesHtml: boolean;
  /** Whether `inlined-imports: true` makes the whole body count. */
  readonly inlinesBody: boolean;
  /** Whether expressions of imported bodies count, and where those are looked for. */
  readonly importedBodies: ImportRoot | "none";
}

/**
 * Every way in which a compiler may have hashed a source, the most frequent first. A hash that one of them gives was
 * made by it: so which compiler took which one need not be known.
 */
export const HASH_ALGORITHMS: readonly HashAlgorithm[] = [true, false].flatMap((inlinesBody) =>
  [false, true].flatMap((escapesHtml) =>
    (["plain", "uses"] as const).flatMap((imports) =>
      (["none", "repository", "folder"] as const).map((importedBodies) => ({
        imports,
        escapesHtml,
        inlinesBody,
        importedBodies,
      })),
    ),
  ),
);

/** More than this no compiler hashes (frontmatter-hash-specification, S-6). Bytes. */
const MAX_INPUT = 1_048_576;

/**
 * The JSON that is hashed with SHA-256 for a source; `undefined` if no compiler would hash it: because its front matter has
 * no end, or because the text with its imports is larger than 1 MiB. (frontmatter-hash-specification 1.0, the text-based algorithm.)
 */
export function hashedJson(source: SourceFile, algorithm: HashAlgorithm): string | undefined {
  const parts = partsOf(source.text);
  if (!parts) return undefined;
  const { frontMatter, body } = parts;
  const { files } = importsOf(source, algorithm.imports);
  const text = normalized(frontMatter);
  const imported = files.map((file) => normalized(file.frontMatter)).sort(compareCodePoints);
  if (byteLength([text, ...imported]) > MAX_INPUT) return undefined;
  const names = files.map(({ name }) => name).sort(compareCodePoints);
  return canonicalJson(
    {
      "frontmatter-text": text,
      ...(names.length > 0 && { imports: names, "imported-frontmatters": imported.join("\n---\n") }),
      ...bodyFields(source, frontMatter, body, algorithm),
    },
    algorithm.escapesHtml,
  );
}

/** The files that count in the hash. */
export function importsOf(source: SourceFile, reading: ImportReading): Imports {
  const frontMatter = partsOf(source.text)?.frontMatter ?? "";
  return importedFiles(frontMatter, source.path, reading, source.repository);
}

/** The hash of all bodies, which schema v4 of the header has (`ComputeBodyHashFromParsedContent`). */
export function bodyHash(source: SourceFile, reading: ImportReading): string | undefined {
  const body = partsOf(source.text)?.body;
  if (body === undefined) return undefined;
  const imported = importsOf(source, reading).files.map((file) => normalized(file.body));
  return hashOf([normalized(body), ...imported.sort(compareCodePoints)].join("\n---\n"));
}

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function bodyFields(
  source: SourceFile,
  frontMatter: string,
  body: string,
  { imports, inlinesBody, importedBodies }: HashAlgorithm,
): Readonly<Record<string, string | readonly string[]>> {
  if (inlinesBody && /^inlined-imports:[ \t]*true[ \t]*\r?$/m.test(frontMatter)) {
    const text = normalized(body);
    // Go takes an empty body for none, and then looks for no expressions either.
    return text === "" ? {} : { "body-text": text };
  }
  const expressions = new Set(templateExpressions(body).filter(readsVariables));
  if (importedBodies !== "none") {
    const bodies = importsOf(source, imports).files.map((file) => file.body);
    const own = bodies.flatMap(templateExpressions).filter((found) => !isEmptyExpression(found));
    for (const expression of own) expressions.add(expression);
    for (const text of [body].concat(bodies)) {
      for (const expression of importedExpressions(text, source.path, importedBodies, source.repository)) {
        expressions.add(expression);
      }
    }
  }
  return expressions.size === 0 ? {} : { "template-expressions": [...expressions].sort(compareCodePoints) };
}

function normalized(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

function byteLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + utf8ToBytes(text).length, 0);
}
