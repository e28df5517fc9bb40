import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { history, providerBlock } from "../../support/toml.js";
import { stepWith, write } from "./config-step.js";
import { find, fixed, options, table, tomlOf } from "./fixed-toml.js";

describe("a configuration that Codex refuses", () => {
  test("loses a duplicate key with the same value", () => {
    expect(fixed(providerBlock.replace(/^name.*\n/m, "$&$&"))).toBe(providerBlock);
  });

  test("loses a duplicate key that is indented or at the root", () => {
    expect(fixed(providerBlock.replace(/^name.*\n/m, "  $&\t$&"))).toBe(
      providerBlock.replace(/^name/m, "  name"),
    );
    const root = 'model = "m"\n';
    expect(fixed(`${root}${root}${providerBlock}`)).toBe(`${root}${providerBlock}`);
  });

  test("gets only a suggestion for a duplicate key with another value", () => {
    const { text, finding } = find(providerBlock.replace(/^name.*\n/m, '$&name = "other"\n'));
    expect(finding).toMatchObject({ kind: "duplicateKey", fix: undefined });
    const [suggestion] = finding.suggestions;
    expect(suggestion?.title).toBe("Remove the second one.");
    expect(tomlOf(applyEdits(text, suggestion?.edits ?? []))).toBe(providerBlock);
  });

  test("keeps the comment of the table after a duplicate table", () => {
    const comment = "\n# Servers\n[mcp_servers]\n";
    expect(fixed(`${providerBlock}\n${history}${table}${comment}`)).toBe(
      `${providerBlock}\n${history}${comment}`,
    );
  });

  test("loses a duplicate table with the same content", () => {
    expect(fixed(`${providerBlock}\n${history}\n${table}`)).toBe(`${providerBlock}\n${history}\n`);
  });

  test("keeps a duplicate key that shares its line with other keys", () => {
    const inline = 'history = { persistence = "none", persistence = "none" }\n';
    const { finding } = find(`${inline}${providerBlock}`);
    expect(finding).toMatchObject({ kind: "duplicateKey", fix: undefined, suggestions: [] });
  });

  test("gets only a suggestion for a duplicate key or table with other content", () => {
    const other = table.replace("openai-proxy", "other").replace(/^name.*/m, 'name = "Other"');
    const key = `model_provider = "openai-proxy"\n${other}${table.replace(/^name.*\n/m, '$&name = "Other"\n')}`;
    expect(find(key).finding).toMatchObject({ fix: undefined, suggestions: [{}] });
    const longer = `${providerBlock}\n${history}\n${table}wire_api = "responses"\n`;
    expect(find(longer).finding).toMatchObject({ fix: undefined, suggestions: [{}] });
  });

  test("loses a duplicate table that contains a comment and blank lines", () => {
    const twice = `${history.replace("\n", "\n\n# why\n")}\n`;
    expect(fixed(`${providerBlock}\n${history}\n${twice}[tools]\n`)).toBe(
      `${providerBlock}\n${history}\n\n[tools]\n`,
    );
  });

  test("gets only a suggestion for a duplicate table in another spelling", () => {
    const { text, finding } = find(`${providerBlock}\n${history}\n[ history ]\npersistence = "none"\n`);
    expect(finding.fix).toBeUndefined();
    expect(finding.suggestions).toHaveLength(1);
    expect(tomlOf(applyEdits(text, finding.suggestions[0]?.edits ?? []))).toBe(
      `${providerBlock}\n${history}\n`,
    );
  });

  test("keeps a duplicate table that two commands write", () => {
    const [header, key] = history.split("\n");
    const script = write(`${providerBlock}${history}${header!}\n`);
    const more = write(`${key!}\n`).replace("cat >", "cat >>");
    expect(diagnose(stepWith(script + more), options)).toMatchObject([
      { kind: "duplicateKey", fix: undefined, suggestions: [] },
    ]);
  });

  test("loses a duplicate table at the end of a file without a line feed", () => {
    const text = stepWith(`printf '%s' '${providerBlock}${table.trimEnd()}' > ~/.codex/config.toml\n`);
    const [finding] = diagnose(text, options);
    expect(finding).toMatchObject({ kind: "duplicateKey" });
    expect(diagnose(applyEdits(text, finding?.fix ?? []), options)).toEqual([]);
  });
});
