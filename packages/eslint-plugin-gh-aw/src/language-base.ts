import type { File, Language } from "@eslint/core";

/** What our languages have in common: text, and one node. */
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

  // Options that a configuration without `files` sets for JavaScript arrive here, too.
  validateLanguageOptions: () => undefined,
  normalizeLanguageOptions: (options) => ({
    ecmaVersion: "latest",
    parserOptions: {},
    ...options,
  }),
};

export function textOf({ body }: File): string {
  if (typeof body !== "string") throw new TypeError("ESLint reads files of this language as text.");
  return body;
}
