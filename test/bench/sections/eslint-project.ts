import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { NodeCommand } from "../measure/processes.js";
import { temporaryFolder } from "../measure/temporary-folder.js";

const eslint = fileURLToPath(new URL("../bin/eslint.js", import.meta.resolve("eslint")));

/** The Bash parser that core uses. */
const bashParser = pathToFileURL(
  createRequire(import.meta.resolve("@gh-aw-lint/core")).resolve("unbash"),
).href;

/** Configurations as a user would write them, except for the plugin's address. */
const configs = {
  ours: `import ghAw from "${import.meta.resolve("eslint-plugin-gh-aw")}";
export default [ghAw.configs.recommended];
`,
  yml: `import yml from "${import.meta.resolve("eslint-plugin-yml")}";
export default [...yml.configs.recommended];
`,
  // Parses the YAML and the scripts of each file that runs Codex, which is each tenth, and does nothing with them.
  parsers: `import { parseDocument, visit } from "${import.meta.resolve("yaml")}";
import { parse } from "${bashParser}";
const parseScripts = (text) => visit(parseDocument(text), { Pair: (_, { key, value }) => key.value === "run" && void parse(value.value) });
const preprocess = (text, name) => (/0\\.lock/.test(name) && parseScripts(text), []);
const plugin = { processors: { parsers: { preprocess, postprocess: () => [] } } };
export default [{ files: ["**/*.lock.yml"], plugins: { parsers: plugin }, processor: "parsers/parsers" }];
`,
  // Measures ESLint itself, which finds and reads the files, and lints nothing.
  empty: `const plugin = { processors: { none: { preprocess: () => [], postprocess: () => [] } } };
export default [{ files: ["**/*.lock.yml"], plugins: { empty: plugin }, processor: "empty/none" }];
`,
} as const;

/** Writes lock files into a project, and returns the process that lints them. */
export function eslintProject(texts: readonly string[]): Readonly<Record<keyof typeof configs, NodeCommand>> {
  const cwd = temporaryFolder();
  const workflows = join(cwd, ".github/workflows");
  mkdirSync(workflows, { recursive: true });
  for (const [index, text] of texts.entries()) writeFileSync(join(workflows, `${index}.lock.yml`), text);
  const command = (name: keyof typeof configs): NodeCommand => {
    writeFileSync(join(cwd, `${name}.config.mjs`), configs[name]);
    return { cwd, args: [eslint, "--config", `${name}.config.mjs`, ".github/workflows"] };
  };
  return {
    ours: command("ours"),
    yml: command("yml"),
    parsers: command("parsers"),
    empty: command("empty"),
  };
}
