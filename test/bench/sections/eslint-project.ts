import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NodeCommand } from "../measure/processes.js";
import { temporaryFolder } from "../measure/temporary-folder.js";

const eslint = fileURLToPath(new URL("../bin/eslint.js", import.meta.resolve("eslint")));

/** Configurations as a user would write them, except for the plugin's address. */
const configs = {
  ours: `import ghAw from "${import.meta.resolve("eslint-plugin-gh-aw")}";
export default [ghAw.configs.recommended];
`,
  yml: `import yml from "${import.meta.resolve("eslint-plugin-yml")}";
export default [...yml.configs.recommended];
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
  return { ours: command("ours"), yml: command("yml"), empty: command("empty") };
}
