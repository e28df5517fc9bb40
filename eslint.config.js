import js from "@eslint/js";
import json from "@eslint/json";
import vitest from "@vitest/eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import * as regexp from "eslint-plugin-regexp";
import { builtinModules } from "node:module";
import tseslint from "typescript-eslint";

const outerWorld = [
  "process",
  "Buffer",
  "require",
  "module",
  "global",
  "globalThis",
  "window",
  "self",
  "document",
  "navigator",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "Worker",
  "WebAssembly",
  "localStorage",
  "indexedDB",
  "Function",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "console",
  "Deno",
  "Bun",
];

/** Core's folders, in the order of the data: none imports from a later one. Knip checks that files have no import cycles. */
const coreFolders = [
  "text",
  "yaml",
  "toml",
  "workflow",
  "shell",
  "codex/releases",
  "codex/command",
  "codex/configuration",
  "codex/outcome",
  "awf",
  "gh-aw",
  "execution",
  "runs",
  "faults",
  "verdict",
  "fix",
  "messages",
  "findings",
  "explanation",
  "sources",
  "log",
  "lint",
];

/**
 * @param {readonly string[]} later folders from which a file may not import
 * @param {string} other a pattern for the name of another folder
 * @returns {["error", object]}
 */
function coreImports(later, other = "[^./][^/]*") {
  return [
    "error",
    {
      paths: builtinModules.map((name) => ({ name, message: "Core uses no Node built-ins." })),
      patterns: [
        { group: ["node:*"], message: "Core uses no Node built-ins." },
        { group: ["eslint", "eslint/*", "@eslint/*"], message: "Core knows nothing of ESLint." },
        {
          regex: `^(?:\\.\\./)+${other}/(?:[^./][^/]*/)*(?!index\\.js$)[^/]+$`,
          message: "Ask another folder's index.ts.",
        },
        ...later.map((folder) => ({
          regex: `^(?:\\.\\./)+${folder}/|^(?:\\.\\./)${folder.replace(/^.*\//, "")}/index\\.js$`,
          message: `The folder ${folder} comes later in the order of the data.`,
        })),
      ],
    },
  ];
}

export default defineConfig([
  globalIgnores(["**/dist/", "**/coverage/", "**/.stryker-tmp/", "examples/", "test/plugin/consumer/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  { files: ["**/*.json"], language: "json/json", extends: [json.configs.recommended] },
  { files: ["**/tsconfig*.json"], language: "json/jsonc" },
  {
    files: ["**/*.{ts,js,mjs}"],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ["error", "always"],
      // The compiler checks that, also in JavaScript.
      "no-undef": "off",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // With `isolatedDeclarations` an exported template literal needs its type written out.
      "@typescript-eslint/no-inferrable-types": "off",
      "@typescript-eslint/only-throw-error": ["error", { allow: [{ from: "file", name: "ControlFlow" }] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },
  {
    files: ["packages/*/src/**/*.ts"],
    plugins: { regexp },
    rules: {
      // A linted file may be written to make a regular expression hang.
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
      "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
    },
  },
  {
    // Core runs in a browser and knows nothing of ESLint.
    files: ["packages/core/src/**/*.ts"],
    rules: {
      "no-restricted-imports": coreImports([]),
      // Core sees only the texts that it is given, and runs no part of them.
      "no-restricted-globals": [
        "error",
        ...outerWorld.map((name) => ({ name, message: "Core reads a text." })),
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ImportExpression", message: "Core imports nothing later." },
      ],
      "no-eval": "error",
      "@typescript-eslint/no-implied-eval": "error",
    },
  },
  {
    // A table that grows with the rules.
    files: ["packages/core/src/messages/sentences.ts"],
    rules: { "max-lines": "off" },
  },
  ...coreFolders.map((folder, index) => ({
    files: [`packages/core/src/${folder}/**/*.ts`],
    rules: { "no-restricted-imports": coreImports(coreFolders.slice(index + 1)) },
  })),
  {
    // The folders in `shell` depend on each other: what each part of Bash does depends on all other parts.
    files: ["packages/core/src/shell/**/*.ts"],
    rules: {
      "no-restricted-imports": coreImports(
        coreFolders.slice(coreFolders.indexOf("shell") + 1),
        `(?:${coreFolders.slice(0, coreFolders.indexOf("shell")).join("|")})`,
      ),
      // One file for each family of programs.
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A job's steps, from beginning to end.
    files: ["packages/core/src/execution/job-run.ts"],
    rules: { "max-lines": ["error", { max: 180, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["packages/core/src/**/index.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration)",
          message: "An index.ts only hands names on.",
        },
      ],
    },
  },
  {
    files: ["packages/eslint-plugin-gh-aw/src/rules/*.ts"],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      "max-lines": ["error", { max: 60 }],
      // The rule looks for suggestions only in a rule's own file; all rules report through one module.
      "eslint-plugin/require-meta-has-suggestions": "off",
      "eslint-plugin/meta-property-ordering": "error",
      "eslint-plugin/require-meta-default-options": "error",
      "eslint-plugin/require-meta-docs-description": ["error", { pattern: "^(disallow|enforce|require)" }],
      "eslint-plugin/require-meta-docs-recommended": "error",
      "eslint-plugin/require-meta-docs-url": "error",
    },
  },
  {
    // These files trust the result of `JSON.parse`.
    files: ["scripts/**/*.mjs"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  {
    files: ["test/**/*.ts"],
    extends: [vitest.configs.recommended],
    rules: {
      // Properties hold for whatever fast-check finds, so some of them have conditions.
      "vitest/no-conditional-expect": "off",
      "vitest/expect-expect": ["error", { assertFunctionNames: ["expect*", "fc.assert"] }],
      "vitest/valid-expect": ["error", { maxArgs: 2 }],
      "@typescript-eslint/consistent-type-assertions": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
]);
