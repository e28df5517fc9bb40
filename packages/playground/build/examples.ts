import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { generations, type Compiler } from "../../../test/support/generations.js";
import { lockFile } from "../../../test/support/lock-file.js";

const NAME = "virtual:examples";
const folder = new URL("../../../examples/", import.meta.url);

/** The lock files of the example menu, as the module `virtual:examples`: those of `examples/`, and of each compiler. */
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
  readonly name: string;
  readonly text: string;
}

function allExamples(): readonly Example[] {
  const own = readdirSync(folder)
    .filter((file) => file.endsWith(".lock.yml"))
    .map((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      return { group: "What goes wrong", title: titleOf(text) ?? name, name, text };
    });
  return [...own, ...Object.keys(generations).filter(isCompiler).map(generationExample)];
}

function isCompiler(name: string): name is Compiler {
  return name in generations;
}

function generationExample(compiler: Compiler): Example {
  const title = compiler === "newest" ? "The newest gh-aw" : `gh-aw ${compiler} and later`;
  const text = lockFile({ compiler }).replace('name: "Test"', `name: "${title}"`);
  return { group: "As each compiler writes it", title, name: `gh-aw-${compiler}.lock.yml`, text };
}

function titleOf(text: string): string | undefined {
  return /^name: "?([^"\n]+)"?$/m.exec(text)?.[1];
}
