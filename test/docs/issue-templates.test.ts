import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const folder = ".github/ISSUE_TEMPLATE";

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id: string;
    readonly attributes: { readonly label: string; readonly description?: string };
    readonly validations?: { readonly required: boolean };
  }[];
}

describe.each(readdirSync(folder).filter((file) => file !== "config.yml"))("the issue form %s", (file) => {
  const { name, description, body } = parse(readFileSync(`${folder}/${file}`, "utf8")) as Form;

  test("has the fields that GitHub requires", () => {
    expect([name, description].every((text) => text.length > 0)).toBe(true);
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
    expect(new Set(body.map(({ attributes }) => attributes.label)).size).toBe(body.length);
    for (const { type } of body) expect(["dropdown", "input", "textarea"]).toContain(type);
  });

  test("asks for the gh-aw version", () => {
    const compiler = body.find(({ id }) => id === "compiler");
    expect(compiler!.attributes.description).toContain(
      "`compiler_version` in the line `# gh-aw-metadata: {...}`",
    );
  });
});
