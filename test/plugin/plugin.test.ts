import ghAw from "eslint-plugin-gh-aw";
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

const folder = new URL("../../packages/eslint-plugin-gh-aw/", import.meta.url);

async function namesIn(path: string, extension: string): Promise<string[]> {
  const names = await readdir(new URL(path, folder));
  return names.filter((name) => name !== `index${extension}`).map((name) => name.replace(extension, ""));
}

describe("the plugin", () => {
  test("has the name and version of its package", async () => {
    const { name, version } = JSON.parse(
      await readFile(new URL("package.json", folder), "utf8"),
    ) as object as {
      name: string;
      version: string;
    };
    expect(ghAw.meta).toEqual({ name, version, namespace: "gh-aw" });
  });

  test("has each rule in the folder `rules`, with a page and a test", async () => {
    const rules = Object.keys(ghAw.rules);
    expect(await namesIn("src/rules/", ".ts")).toEqual(rules);
    expect(await namesIn("docs/rules/", ".md")).toEqual(rules);
    expect(await namesIn("../../test/plugin/rules/", ".test.ts")).toEqual(rules);
  });

  test("enables its recommended rules in both configurations", () => {
    const recommended = Object.entries(ghAw.rules).filter(([, { meta }]) => meta!.docs!.recommended === true);
    const expected = Object.fromEntries(recommended.map(([name]) => [`gh-aw/${name}`, "error"]));
    expect(ghAw.configs.recommended.rules).toEqual(expected);
    expect(ghAw.configs.overlay.rules).toEqual(expected);
  });

  test("has every rule in `configs.strict`, as a warning if it reports no failing runs", () => {
    const advice = [
      "codex-flag-before-exec",
      "codex-proxy-websocket",
      "codex-undetermined",
      "codex-unpinned",
      "stale-compiler",
    ];
    const rules = Object.keys(ghAw.rules).map(
      (name) => [`gh-aw/${name}`, advice.includes(name) ? "warn" : "error"] as const,
    );
    expect(ghAw.configs.strict.rules).toEqual(Object.fromEntries(rules));
    expect(ghAw.configs.overlayStrict.rules).toEqual(ghAw.configs.strict.rules);
    expect({ ...ghAw.configs.strict, name: "", rules: {} }).toEqual({
      ...ghAw.configs.recommended,
      name: "",
      rules: {},
    });
  });

  test("also has named exports, for `require`", async () => {
    const module = await import("eslint-plugin-gh-aw");
    for (const part of ["configs", "languages", "meta", "processors", "rules"] as const)
      expect(module[part]).toBe(ghAw[part]);
  });

  test("uses each message id in only one rule", () => {
    const messages = Object.values(ghAw.rules).flatMap(({ meta }) => Object.keys(meta!.messages!));
    const faults = messages.filter((id) => id !== "suggestion");
    expect(faults).toEqual([...new Set(faults)]);
  });

  test.each(Object.entries(ghAw.rules))("has complete metadata for %s", (_, { meta }) => {
    expect(meta).toMatchObject({
      type: expect.any(String) as unknown,
      docs: {
        description: expect.any(String) as unknown,
        recommended: expect.any(Boolean) as unknown,
        url: expect.any(String) as unknown,
      },
      schema: expect.any(Array) as unknown,
      messages: expect.any(Object) as unknown,
    });
    const takesOptions = Array.isArray(meta!.schema) && meta!.schema.length > 0;
    expect(meta!.defaultOptions !== undefined).toBe(takesOptions);
    expect("suggestion" in meta!.messages!).toBe(meta!.hasSuggestions === true);
  });

  test.each(Object.entries(ghAw.rules))(
    "links %s to its page, which starts with its description",
    async (name, rule) => {
      const { url, description } = rule.meta!.docs!;
      expect(url).toBe(`https://gh-aw-lint.github.io/gh-aw-lint/rules/${name}.html`);
      const page = await readFile(new URL(`docs/rules/${name}.md`, folder), "utf8");
      expect(page.split("\n").slice(0, 3).join("\n")).toBe(
        `# gh-aw/${name}\n\n📝 ${description![0]!.toUpperCase()}${description!.slice(1)}.`,
      );
    },
  );

  test.each(Object.entries(ghAw.rules))("explains each message of %s on its page", async (name, rule) => {
    const page = await readFile(new URL(`docs/rules/${name}.md`, folder), "utf8");
    for (const [id, message] of Object.entries(rule.meta!.messages!)) {
      // Suggestions are not explained on the page.
      if (id === "suggestion") continue;
      expect(page).toContain(`\`${id}\``);
      expect(message, id).toMatch(/ \{\{remedy\}\}$/);
    }
  });
});
