import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { generations, type Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { fix } from "../../support/fix.js";

/** The findings of each job, and where each is fixed: in config.toml, in its JSON, or with flags. */
const expected: Readonly<Record<Compiler, Readonly<Record<string, string>>>> = {
  "v0.42.0": {},
  "v0.43.0": {},
  "v0.46.0": { agent: "noProvider, -c flags" },
  "v0.50.0": { agent: "noProvider, -c flags; noProvider, -c flags" },
  "v0.64.0": { agent: "noProvider, -c flags", detection: "noProvider, -c flags" },
  "v0.68.4": { agent: "noProvider, -c flags", detection: "noProvider, -c flags" },
  "v0.69.0": { agent: "noProvider, config.toml", detection: "noProvider, -c flags" },
  "v0.70.0": {},
  "v0.71.3": {},
  "v0.82.14": { detection: "misplacedSelection, config.toml" },
  "v0.83.4": {},
  newest: {},
};

describe.each(Object.keys(generations) as Compiler[])("a lock file of gh-aw %s", (compiler) => {
  const text = lockFile({ compiler });

  test("is judged and fixed job by job", () => {
    const found: Record<string, string> = {};
    for (const { data, kind, fix } of diagnose(text)) {
      const job = data.job ?? "";
      const before = found[job] === undefined ? "" : `${found[job]}; `;
      found[job] = `${before}${kind}, ${fixLocation(fix?.map((edit) => edit.text).join("") ?? "")}`;
    }
    expect(found).toEqual(expected[compiler]);
  });

  test("has no findings after it is fixed", () => {
    expect(diagnose(fix(text))).toEqual([]);
  });

  test("is not reported with Codex pinned below 0.120.0", () => {
    expect(diagnose(lockFile({ compiler, codex: "0.118.0" }))).toEqual([]);
  });

  test("has the same results with CRLF line endings, and keeps them", () => {
    const windows = text.replaceAll("\n", "\r\n");
    expect(diagnose(windows).map(({ kind }) => kind)).toEqual(diagnose(text).map(({ kind }) => kind));
    expect(fix(windows)).toBe(fix(text).replaceAll("\n", "\r\n"));
  });
});

test("the newest generation without a provider is fixed in its JSON", () => {
  const text = lockFile({ compiler: "newest", defaults: { history: { persistence: "none" } } });
  const [finding] = diagnose(text);
  expect(finding?.kind).toBe("noProvider");
  expect(fixLocation(finding?.fix?.[0]?.text ?? "")).toBe("JSON");
  expect(diagnose(applyEdits(text, finding?.fix ?? []))).toHaveLength(diagnose(text).length - 1);
  expect(diagnose(fix(text))).toEqual([]);
});

function fixLocation(inserted: string): string {
  if (inserted.includes(" -c ")) return "-c flags";
  if (inserted.includes('"model_providers":')) return "JSON";
  return inserted.includes("model_provider") ? "config.toml" : "none";
}
