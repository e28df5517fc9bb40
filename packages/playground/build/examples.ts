import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { compiled } from "../../../test/support/compiled-source.js";
import { generations, type Compiler } from "../../../test/support/generations.js";
import { lockFile } from "../../../test/support/lock-file.js";
import { source } from "../../../test/support/source.js";

const NAME = "virtual:examples";
const folder = new URL("../../../examples/", import.meta.url);

/** The examples in the menu, as the module `virtual:examples`: the files in `examples/`, and a lock file of each compiler. */
export function examples(): Plugin {
  return {
    name: "examples",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export const examples = ${JSON.stringify(allExamples())};` : undefined,
  };
}

interface Example {
  readonly group: string;
  readonly title: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

function allExamples(): readonly Example[] {
  const own = readdirSync(folder)
    .filter((file) => file.endsWith(".lock.yml"))
    .map((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      return { group: "What goes wrong", title: titleOf(text) ?? name, files: [{ name, text }] };
    });
  return [
    ...own,
    failedRun(),
    sourceAndLockFile(),
    ...Object.keys(generations).filter(isCompiler).map(generationExample),
  ];
}

/** Codex's output in GitHub's log after it bypassed the proxy. */
function failedRun(): Example {
  const name = "missing-provider.lock.yml";
  const lines = [
    ["GH_AW_WORKFLOW_ID: missing-provider", 1],
    [
      "Reconnecting... 5/5 (unexpected status 401 Unauthorized: Missing bearer or basic authentication in header)",
      9,
    ],
    [
      "ERROR: unexpected status 401 Unauthorized: Missing bearer or basic authentication in header, url: wss://api.openai.com/v1/responses",
      9,
    ],
    ["##[error]Process completed with exit code 1.", 10],
  ] as const;
  const log = lines.map(
    ([line, second]) =>
      `agent\tExecute Codex CLI\t2026-04-20T12:00:${String(second).padStart(2, "0")}.0000000Z ${line}\n`,
  );
  return {
    group: "Together",
    title: "The log of a failed run",
    files: [
      { name: "log.txt", text: log.join("") },
      { name, text: readFileSync(new URL(name, folder), "utf8") },
    ],
  };
}

function sourceAndLockFile(): Example {
  const frontMatter = "on: issues\nengine: codex\n";
  return {
    group: "Together",
    title: "A source and its lock file",
    files: [
      { name: "triage.md", text: source(frontMatter, "Triage the issue.\n") },
      { name: "triage.lock.yml", text: compiled("v0.64.0", frontMatter) },
    ],
  };
}

function isCompiler(name: string): name is Compiler {
  return name in generations;
}

function generationExample(compiler: Compiler): Example {
  const title = compiler === "newest" ? "The newest gh-aw" : `gh-aw ${compiler} and later`;
  const text = lockFile({ compiler }).replace('name: "Test"', `name: "${title}"`);
  const name = `gh-aw-${compiler}.lock.yml`;
  return { group: "As each compiler writes it", title, files: [{ name, text }] };
}

function titleOf(text: string): string | undefined {
  return /^name: "?([^"\n]+)"?$/m.exec(text)?.[1];
}
