import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { startLanguageServer, type LanguageServer } from "./language-server.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/editors.md"), "utf8");
const text = readFileSync(join(root, "examples/missing-provider.lock.yml"), "utf8");
const file = ".github/workflows/missing-provider.lock.yml";
const rule = "gh-aw/codex-websocket-401";

/** The settings for Visual Studio Code in docs/editors.md. */
const settings = JSON.parse(/^```json\n([^]*?)^```$/m.exec(page)![1]!) as {
  "eslint.validate": readonly string[];
  "files.associations": Readonly<Record<string, string>>;
};

let folder: string;
let server: LanguageServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-editor-"));
  for (const [name, target] of [
    ["eslint", "node_modules/eslint"],
    ["eslint-plugin-gh-aw", "packages/eslint-plugin-gh-aw"],
  ] as const) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, target), link, "junction");
  }
  // The README's configuration.
  const readme = readFileSync(join(root, "README.md"), "utf8");
  writeFileSync(join(folder, "eslint.config.mjs"), /^```js\n([^]*?)^```$/m.exec(readme)![1]!);
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  cpSync(join(root, "examples/missing-provider.lock.yml"), join(folder, file));
  server = await startLanguageServer(folder);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The findings after a text is opened again. */
async function rulesOf(changed: string): Promise<readonly string[]> {
  const { diagnostics } = await server.open(file, "yaml", changed);
  return diagnostics.map(({ code }) => code);
}

describe("the language server of Visual Studio Code", () => {
  test.each(settings["eslint.validate"])(
    "underlines the finding in a file of language %s",
    async (language) => {
      const { diagnostics } = await server.open(file, language, text);
      expect(diagnostics).toMatchObject([{ code: rule, range: { start: { line: 21, character: 10 } } }]);
      expect(diagnostics[0]!.codeDescription!.href).toMatch(/\/rules\/codex-websocket-401\.html$/);
    },
  );

  test.each(["Fix this gh-aw/codex-websocket-401 problem", "Fix all auto-fixable problems"])(
    "fixes it: %s",
    async (title) => {
      const document = await server.open(file, "yaml", text);
      const fixed = await document.apply(title);
      expect(fixed).toContain(`\n          model_provider = "openai-proxy"\n`);
      expect(await rulesOf(fixed)).toEqual([]);
    },
  );

  test.each(["for this line", "for the entire file"])("disables the rule %s", async (where) => {
    const document = await server.open(file, "yaml", text);
    const changed = await document.apply(`Disable ${rule} ${where}`);
    expect(changed).not.toBe(text);
    expect(Object.keys(parse(changed) as object)).toEqual(Object.keys(parse(text) as object));
    expect(await rulesOf(changed)).toEqual([]);
  });

  test("writes disable comments in JavaScript's syntax for the language of GitHub's extension", async () => {
    const document = await server.open(file, "github-actions-workflow", text);
    const changed = await document.apply(`Disable ${rule} for the entire file`);
    expect(() => parse(changed) as unknown).toThrow();
    // That is why docs/editors.md sets the language to YAML.
    expect(settings["files.associations"]).toEqual({ "**/.github/workflows/*.lock.yml": "yaml" });
  });
});
