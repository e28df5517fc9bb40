/** Core from the plugin's bundle, so that a program that uses both loads core only once. */
export * from "@gh-aw-lint/core";
