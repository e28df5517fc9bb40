import type { File, Language } from "@eslint/core";

/** The common part of our languages: text and one node. */
export const languageBase: Pick<
  Language,
  | "fileType"
  | "lineStart"
  | "columnStart"
  | "nodeTypeKey"
  | "visitorKeys"
  | "validateLanguageOptions"
  | "normalizeLanguageOptions"
> = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: { Program: [] },

  // Also gets the options that a configuration without `files` sets for JavaScript.
  validateLanguageOptions: () => undefined,
  normalizeLanguageOptions: (options) => ({
    ecmaVersion: "latest",
    parserOptions: {},
    ...options,
  }),
};

/**
 * The text of a file.
 *
 * @throws TypeError if ESLint read the file as bytes
 */
export function textOf({ body }: File): string {
  if (typeof body !== "string") throw new TypeError("ESLint reads files of this language as text.");
  return body;
}
