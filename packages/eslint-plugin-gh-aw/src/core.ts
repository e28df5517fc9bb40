// What the plugin is built on, from the plugin's own bundle: with it a program that uses both loads it once.
export * from "@gh-aw-lint/core";
