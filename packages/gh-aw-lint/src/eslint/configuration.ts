/** The plugin's configurations that bring their own language. */
export const configurations = ["recommended", "strict"] as const;

export type Configuration = (typeof configurations)[number];

/** What ESLint ignores unless told otherwise. */
export const eslintsIgnores: string[] = ["!**/node_modules/", "!**/.git/"];
