import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareProcesses, type NodeCommand } from "../measure/processes.js";
import { temporaryFolder } from "../measure/temporary-folder.js";
import type { Row } from "../row.js";
import type { Settings } from "../settings.js";

/** (a) How long the import of the plugin takes, which editors and runs without lock files also need. */
export function measureImport({ processRounds }: Settings): readonly Row[] {
  const cwd = temporaryFolder();
  const program = (name: string, source: string): NodeCommand => {
    writeFileSync(join(cwd, name), source);
    return { cwd, args: [name] };
  };
  const importing = (specifier: string): string => `import "${import.meta.resolve(specifier)}";\n`;
  const plugin = program("plugin.mjs", importing("eslint-plugin-gh-aw"));
  const row = (against: string, theirs: NodeCommand): Row => ({
    part: "a",
    what: "a process that imports the plugin",
    against,
    result: { kind: "measured", ...compareProcesses(plugin, theirs, processRounds) },
  });
  return [
    row("an empty process", program("empty.mjs", "")),
    row("one that imports eslint-plugin-yml", program("yml.mjs", importing("eslint-plugin-yml"))),
  ];
}
