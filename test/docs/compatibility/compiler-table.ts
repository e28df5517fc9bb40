import { explainRuns, type ExplainedOutcome } from "@gh-aw-lint/core";
import { codexChanges } from "./codex-changes.js";
import { generations, type Compiler, type Generation } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { joinReleases, table } from "../table.js";

/** The oldest measured release of Codex, and each release with a change. */
const releases = ["0.98.0", ...codexChanges.map(({ since }) => since)];

const marks: Readonly<Partial<Record<ExplainedOutcome["kind"], string>>> = {
  proxied: "✅",
  websocket: "⚠️",
  direct: "❌",
  unguarded: "–",
};

/** The results for a lock file of each compiler with each Codex; adjacent releases with equal results share a column. */
export function compilerTable(): string {
  const compilers = Object.keys(generations) as Compiler[];
  const columns = joinReleases(releases, (codex) => compilers.map((compiler) => results(compiler, codex)));
  const head = [
    "gh-aw",
    "Configuration in the lock file",
    ...columns.map(({ from }) => `Codex from ${from}`),
  ];
  const rows = compilers.map((compiler, index) => [
    compiler === "newest" ? "newest" : `from ${compiler}`,
    describe(generations[compiler]),
    ...columns.map(({ values }) => values[index]!),
  ]);
  return table(head, rows);
}

function results(compiler: Compiler, codex: string): string {
  const found = explainRuns(lockFile({ compiler, codex })).map(({ outcome }) => {
    const mark = marks[outcome.kind];
    if (mark === undefined) throw new Error(`${compiler} with Codex ${codex}: ${outcome.kind}`);
    return mark;
  });
  return [...new Set(found)].join(" ");
}

function describe({ config, detection }: Generation): string {
  return `${describeAgent(config)}; detection: ${describeDetection(detection)}`;
}

function describeAgent(config: Generation["config"]): string {
  switch (config.kind) {
    case "gateway":
      return "agent: a here-document that the MCP gateway overwrites";
    case "synced":
      return `agent: a here-document with${config.start.includes("model_provider") ? "" : "out"} the provider, followed by the gateway's part`;
    case "json":
      return "agent: JSON with the provider, which gh-aw converts to the file";
  }
}

function describeDetection(detection: Generation["detection"]): string {
  switch (detection.config) {
    case "none":
      return detection.awf ? "no file of its own" : "without AWF";
    case "same":
      return "the same";
    case "external":
      return detection.toml.startsWith("model_provider")
        ? "a here-document with the provider"
        : "a here-document with the provider's key below a table";
  }
}
