// npm run upstream -- --compiler FILE --awf VERSION: compiles the sources in test/upstream with this gh-aw, once for gh-aw's
// default AWF and once for the given one, and prints in Markdown what the linter finds in the lock files.
// Exit codes: 0 no problems; 1 problems; 2 an error.
import "./setup.mjs";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import "./build.mjs";

const { compileSources, compilerVersion } = await import("./upstream/compile.mjs");
const { lintCompiled } = await import("./upstream/lint.mjs");
const { report } = await import("./upstream/report.mjs");

const sources = fileURLToPath(new URL("../test/upstream/", import.meta.url));
const { compiler, awf } = parseArgs({
  options: { compiler: { type: "string" }, awf: { type: "string" } },
}).values;
if (compiler === undefined || awf === undefined) {
  console.error("Usage: npm run upstream -- --compiler FILE --awf VERSION");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-upstream-"));
try {
  const version = compilerVersion(compiler);
  const names = readdirSync(sources).filter((name) => name.endsWith(".md"));
  const results = [];
  for (const chosen of [undefined, awf])
    for (const compiled of compileSources(compiler, sources, names, {
      folder: mkdtempSync(join(folder, "repository-")),
      awf: chosen,
    }))
      results.push({ ...compiled, awf: chosen, linted: await lintCompiled(compiled.lockFile) });
  const { text, isClean } = report(version, results);
  console.log(text);
  process.exitCode = isClean ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true });
}
