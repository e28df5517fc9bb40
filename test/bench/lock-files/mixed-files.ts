import { findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { generations, type Compiler } from "../../support/generations.js";
import { labelledFiles } from "../../support/shared.js";
import { codexFile } from "./codex-file.js";
import { otherEngineFile, type Mention } from "./other-engine-file.js";

/** How many of a hundred files run Codex. */
export const codexShare = 10;
const count = 100;

/** In the proportions of real repositories with a recent compiler. */
const mentions: readonly Mention[] = [
  ...(["models, escaped", "models, escaped", "models, escaped", "models, plain", "models, plain"] as const),
  ...(["models, plain", "prompt", "none", "none"] as const),
];

/** A hundred lock files of 60 to 150 KB, ten of which run Codex, each from another generation of the compiler. */
export function mixedFiles(): readonly string[] {
  const compilers = Object.keys(generations) as Compiler[];
  const files = Array.from({ length: count }, (_, index) => {
    const size = 60_000 + ((index * 37) % 90) * 1000;
    const codex = Math.floor(index / codexShare);
    return index % codexShare === 0
      ? codexFile(compilers[codex + compilers.length - codexShare] ?? "newest", size)
      : otherEngineFile(mentions[index % mentions.length] ?? "none", size);
  });
  checkShare(files);
  return files;
}

/** The same with real lock files, each of them several times; `undefined` if they are absent. */
export function realMixedFiles(): readonly string[] | undefined {
  const real = labelledFiles();
  const runCodex = real.filter(({ jobs }) => jobs.length > 0);
  const others = real.filter(({ text }) => findCodexRuns(parseWorkflow(text)).length === 0);
  if (runCodex.length === 0 || others.length === 0) return undefined;
  const files = Array.from({ length: count }, (_, index) => {
    const source = index % codexShare === 0 ? runCodex : others;
    return (
      source[Math.floor(index / (index % codexShare === 0 ? codexShare : 1)) % source.length]?.text ?? ""
    );
  });
  checkShare(files);
  return files;
}

/** Checks how many files run Codex, because the results depend on that share. */
function checkShare(files: readonly string[]): void {
  const share = files.filter((text) => findCodexRuns(parseWorkflow(text)).length > 0).length;
  if (share !== codexShare) throw new Error(`${share} instead of ${codexShare} files run Codex.`);
}
