import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { compiled, withHash } from "../../support/compiled-source.js";
import { lint, onlyRule, places } from "../../support/lint.js";
import { lockFile } from "../../support/lock-file.js";
import { source } from "../../support/source.js";
import { positionOf } from "../../support/workflow.js";

const folder = ".github/workflows/";
const frontMatter = "on: issues\nengine: codex\nsafe-outputs:\n  create-issue:\n";
const text = source(frontMatter);
const lock = compiled("v0.64.0", frontMatter);

async function messagesOf(name: string, files: Readonly<Record<string, string>>, options?: object) {
  const paths = Object.fromEntries(Object.entries(files).map(([file, content]) => [folder + file, content]));
  const config = onlyRule("codex-source");
  const withOptions = options
    ? [...config, { files: ["**"], rules: { "gh-aw/codex-source": ["error", options] as [string, object] } }]
    : config;
  return await lint(files[name]!, {
    config: withOptions as typeof config,
    filePath: folder + name,
    files: paths,
    reportUnused: true,
  });
}

test("a source is reported at its engine, with the job and line in the lock file", async () => {
  const result = await messagesOf("test.md", { "test.md": text, "test.lock.yml": lock });
  const { line, column } = positionOf(text, "codex");
  expect(places(result)).toEqual([`${line}:${column} compiledBypass`]);
  const [message] = result.messages;
  for (const job of ["agent", "detection"]) {
    const { line: lockLine } = positionOf(lock, "-- /bin/bash", `  ${job}:`);
    expect(message!.message).toContain(`job \`${job}\` of \`${folder}test.lock.yml\` (line ${lockLine})`);
  }
});

test("the suggestion changes the source, and tells the user to recompile", async () => {
  const { messages, output } = await messagesOf("test.md", { "test.md": text, "test.lock.yml": lock });
  expect(output).toBeUndefined();
  expect(messages[0]!.fix).toBeUndefined();
  const [suggestion] = messages[0]!.suggestions!;
  expect(suggestion!.desc).toBe(
    "Set `engine.args`, then run `gh aw compile test` to update the lock file. (`gh-aw-lint --fix --sources` changes both.)",
  );
  const { range, text: added } = suggestion!.fix;
  const after = text.slice(0, range[0]) + added + text.slice(range[1]);
  expect(after).toContain('engine:\n  id: codex\n  args:\n    - "-c"\n    - "model_provider=openai-proxy"\n');
});

test("the options configure the provider", async () => {
  const files = { "test.md": text, "test.lock.yml": lock };
  const { messages } = await messagesOf("test.md", files, {
    providerId: "mine",
    baseUrl: "http://mine:1/v1",
  });
  const { text: added } = messages[0]!.suggestions![0]!.fix;
  expect(added).toContain('"model_provider=mine"');
  expect(added).toContain('"model_providers.mine.base_url=http://mine:1/v1"');
});

describe("an imported engine", () => {
  const shared = source("engine: codex\n");
  const importing = source("on: issues\nimports:\n  - uses: shared/codex.md\n");
  const files = {
    "shared/codex.md": shared,
    "a.md": importing,
    "a.lock.yml": withHash(lockFile({ compiler: "v0.64.0" }), "0000"),
    "b.md": importing,
    "b.lock.yml": lockFile({ compiler: "v0.70.0" }),
    "c.md": source("on: issues\nengine: codex\n"),
    "c.lock.yml": lock,
  };

  test("is reported in its own file, for the workflows that import it", async () => {
    const result = await messagesOf("shared/codex.md", files);
    expect(places(result)).toEqual(["2:9 compiledBypass"]);
    expect(result.messages[0]!.message).toContain("a.lock.yml");
    expect(result.messages[0]!.message).not.toMatch(/[bc]\.lock\.yml/);
  });

  test("is reported at the `imports` of workflows that import it", async () => {
    const result = await messagesOf("a.md", files);
    expect(places(result)).toEqual(["3:1 importedEngine"]);
    expect(result.messages[0]!.message).toContain("`.github/workflows/shared/codex.md`");
    expect(places(await messagesOf("b.md", files))).toEqual([]);
  });

  test("has no suggestion while a lock file is outdated", async () => {
    for (const name of ["shared/codex.md", "a.md"]) {
      const [message] = (await messagesOf(name, files)).messages;
      expect(message!.suggestions ?? []).toEqual([]);
      expect(message!.message).not.toContain("--sources");
    }
  });
});

test("an engine only for threat detection is reported without a suggestion", async () => {
  const own = "on: issues\nengine: claude\nsafe-outputs:\n  threat-detection:\n    engine: codex\n";
  const result = await messagesOf("test.md", {
    "test.md": source(own),
    "test.lock.yml": compiled("v0.64.0", own),
  });
  expect(places(result)).toEqual(["6:13 compiledBypass"]);
  expect(result.messages[0]!.suggestions ?? []).toEqual([]);
});

describe("the rule does not report", () => {
  test.each([
    ["a source without a lock file", { "test.md": text }],
    [
      "a lock file that goes through the proxy",
      { "test.md": text, "test.lock.yml": compiled("v0.70.0", frontMatter) },
    ],
    ["a lock file that is not YAML", { "test.md": text, "test.lock.yml": `${lock}\n  x: [` }],
    [
      "a source of another engine",
      { "test.md": source("on: issues\nengine: claude\n"), "test.lock.yml": lock },
    ],
    ["front matter that is not YAML", { "test.md": source("engine: codex\non: [\n"), "test.lock.yml": lock }],
    ["unclosed front matter", { "test.md": "---\nengine: codex\n", "test.lock.yml": lock }],
    ["no front matter", { "test.md": "engine: codex\n", "test.lock.yml": lock }],
    [
      "a source with a disable comment",
      {
        "test.md": source(
          frontMatter.replace("engine", "# eslint-disable-next-line gh-aw/codex-source -- soon\nengine"),
        ),
        "test.lock.yml": lock,
      },
    ],
  ])("%s", async (_name, files) => {
    expect(places(await messagesOf("test.md", files))).toEqual([]);
  });

  test("a lock file", async () => {
    const options = { config: [ghAw.configs.recommended], files: { [`${folder}test.md`]: text } };
    const ids = (await lint(lock, options)).messages.map(({ ruleId }) => ruleId);
    expect(ids).not.toContain("gh-aw/codex-source");
  });
});
