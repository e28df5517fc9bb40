/** The plugin's metadata for ESLint. */
export const meta = {
  name: "eslint-plugin-gh-aw",
  version: "0.1.0",
  namespace: "gh-aw",
} as const;
