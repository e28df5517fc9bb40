/** Core from the plugin's bundle, so that a program that uses both loads it once. */
export * from "@gh-aw-lint/core";
