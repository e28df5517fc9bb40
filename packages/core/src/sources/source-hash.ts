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

/** A source, and access to related files. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly repository: RepositoryFiles;
}

/** The differences between the compilers' algorithms to hash a source. */
export interface HashAlgorithm {
  readonly imports: ImportReading;
  /** Whether `<`, `>` and `&` are escaped, as in Go's `json.Marshal`. */
  readonly escapesHtml: boolean;
  /** Whether the whole body is hashed with `inlined-imports: true`. */
  readonly inlinesBody: boolean;
  /** Whether expressions of imported bodies are hashed, and what their paths are relative to. */
  readonly importedBodies: ImportRoot | "none";
}

/**
 * All algorithms of the compilers, the most frequent first. A hash identifies its algorithm, so it does not matter
 * which compiler uses which.
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

/** In bytes; compilers do not hash more (frontmatter-hash-specification, S-6). */
const MAX_INPUT = 1_048_576;

/**
 * The JSON that is hashed with SHA-256 for a source (frontmatter-hash-specification 1.0, the text-based algorithm).
 * `undefined` if no compiler would hash it, because its front matter has no end, or because the text with its imports
 * is larger than 1 MiB.
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

/** The imports that are hashed. */
export function importsOf(source: SourceFile, reading: ImportReading): Imports {
  const frontMatter = partsOf(source.text)?.frontMatter ?? "";
  return importedFiles(frontMatter, source.path, reading, source.repository);
}

/** The hash of all bodies, a part of schema v4 of the header (`ComputeBodyHashFromParsedContent`). */
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
    // Go treats an empty body as absent, and then hashes no expressions either.
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
