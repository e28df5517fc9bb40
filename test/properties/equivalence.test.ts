import { diagnose } from "@gh-aw-lint/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import { findFaults } from "../../packages/core/src/faults/find-faults.js";
import { judgeWorkflow } from "../../packages/core/src/verdict/judge-workflow.js";
import { parseWorkflow } from "../../packages/core/src/workflow/index.js";
import { codexConfig } from "../support/arbitraries/codex-config.js";
import { lockFiles } from "../support/arbitraries/lock-files.js";
import { fix } from "../support/fix.js";
import { lockFile } from "../support/lock-file.js";
import { expectProperty } from "../support/property.js";

/** The findings of each run without their locations, and without fixes, which take the longest. */
function verdictsOf(text: string): readonly string[] {
  return judgeWorkflow(parseWorkflow(text), {}).map(({ run, verdict }) => {
    if (verdict.kind !== "judged") return `${run.job.id} ${verdict.kind}`;
    const faults = findFaults(run, verdict.judgement, text, {});
    return [run.job.id, verdict.judgement.outcome, ...faults.map(({ kind }) => kind)].join(" ");
  });
}

const header = (text: string): string => /^\uFEFF?(# gh-aw-metadata:.*\n)/.exec(text)?.[1] ?? "";

/** Rewrites a workflow with a YAML library in one of its styles. */
const rewrite = fc.constantFrom<(text: string) => string>(
  (text) => parseDocument(text).toString({ lineWidth: 0 }),
  (text) => parseDocument(text).toString({ indent: 4, lineWidth: 0 }),
  (text) => header(text) + stringify(parse(text), { lineWidth: 0 }),
  (text) => header(text) + stringify(parse(text), { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 }),
  (text) => header(text) + stringify(parse(text), { defaultStringType: "QUOTE_SINGLE", lineWidth: 40 }),
  (text) => header(text) + JSON.stringify(parse(text)),
);

describe("a lock file rewritten by a YAML library", () => {
  test("has the same findings", () => {
    expectProperty(
      fc.property(lockFiles, rewrite, (text, write) => {
        expect(verdictsOf(write(text))).toEqual(verdictsOf(text));
      }),
    );
  });

  test("is fixed if the original is fixed", () => {
    const compilers = fc.constantFrom("v0.46.0", "v0.69.0", "v0.82.14");
    expectProperty(
      fc.property(compilers, rewrite, (compiler, write) => {
        expect(diagnose(fix(write(lockFile({ compiler, detection: false }))))).toEqual([]);
      }),
      0.05,
    );
  });
});

/** Writes the same TOML statements in another spelling. */
const respell = fc
  .record({
    indentation: fc.constantFrom("", "  ", "\t"),
    equals: fc.constantFrom("=", " = ", "\t=  "),
    quotes: fc.boolean(),
    comment: fc.constantFrom("", " # why", "\t#"),
    blank: fc.constantFrom("", "\n", "# [a]\n"),
  })
  .map(({ indentation, equals, quotes, comment, blank }) => (toml: string): string => {
    const key = (name: string): string => (quotes && /^\w+$/.test(name) ? `"${name}"` : name);
    return toml
      .split("\n")
      .map((line) => {
        const [, name = "", value = ""] = /^ *(\w+) = (.*)$/.exec(line) ?? [];
        const [, path] = /^\[([\w.-]+)\]$/.exec(line) ?? [];
        if (name !== "") return `${blank}${indentation}${key(name)}${equals}${value}${comment}`;
        return path === undefined
          ? line
          : `${blank}${indentation}[ ${path.split(".").map(key).join(" . ")} ]${comment}`;
      })
      .join("\n");
  });

test("a configuration in another spelling has the same findings", () => {
  // In a multi-line string, a line is not a statement.
  const toml = codexConfig.filter((config) => !config.includes('"""'));
  expectProperty(
    fc.property(toml, respell, fc.constantFrom("0.98.0", "0.121.0", "0.159.3"), (config, write, codex) => {
      const fileWith = (content: string): string => lockFile({ toml: content, codex, detection: false });
      expect(verdictsOf(fileWith(write(config)))).toEqual(verdictsOf(fileWith(config)));
    }),
  );
});
