import {
  codexSource,
  diagnose,
  durableFix,
  findCodexRuns,
  parseWorkflow,
  staleLock,
  type DurableFix,
} from "@gh-aw-lint/core";
import { describe, expect, it, test } from "vitest";
import { compiled, sourceFile, withHash, workflowsFolder } from "../../support/compiled-source.js";
import type { Compiler } from "../../support/generations.js";
import { lockFile } from "../../support/lock-file.js";
import { hashOfFrontMatter, source } from "../../support/source.js";
import { withCrlf } from "../../support/workflow.js";

type Files = Readonly<Record<string, string>>;

/** The files of a repository after a fix, without the folder. */
function applied(files: Files, { sources, locks }: DurableFix): Record<string, string> {
  const changed = sources
    .concat(locks)
    .map(({ path, text }) => [path.replace(workflowsFolder, ""), text] as const);
  return { ...files, ...Object.fromEntries(changed) };
}

/** Expects no findings in a source and its lock file, and no further fix. */
function expectNoFindings(files: Files, name = "test"): void {
  const lock = files[`${name}.lock.yml`]!;
  const file = sourceFile(files, `${name}.md`);
  const outcomes = ["direct", "undetermined", "refused", "missingKey", "wrongAddress", "websocket"] as const;
  expect(diagnose(lock, { outcomes })).toEqual([]);
  expect(staleLock(lock, `${workflowsFolder}${name}.lock.yml`, file.repository)).toBeUndefined();
  expect(codexSource(file)).toBeUndefined();
  expect(durableFix(file)).toBeUndefined();
}

const frontMatter =
  "on: issues\nengine: codex # why\nsafe-outputs:\n  create-issue:\npermissions: read-all\n";

const provider = (version: "" | "/v1", key: boolean): string[] => [
  "model_provider=openai-proxy",
  "model_providers.openai-proxy.name=openai-proxy",
  `model_providers.openai-proxy.base_url=http://172.30.0.30:10000${version}`,
  ...(key ? ["model_providers.openai-proxy.env_key=OPENAI_API_KEY"] : []),
  "model_providers.openai-proxy.supports_websockets=false",
];

const engineWithArgs = (settings: readonly string[]): string =>
  `engine: # why\n  id: codex\n  args:\n${settings.map((setting) => `    - "-c"\n    - "${setting}"\n`).join("")}`;

describe.each<[Compiler, string[]]>([
  ["v0.46.0", provider("/v1", false)],
  ["v0.50.0", provider("/v1", false)],
  ["v0.64.0", provider("/v1", false)],
  ["v0.68.4", provider("/v1", false)],
  ["v0.69.0", provider("", true)],
])("a source that gh-aw %s compiled", (compiler, settings) => {
  const files = { "test.md": source(frontMatter), "test.lock.yml": compiled(compiler, frontMatter) };
  const fix = durableFix(sourceFile(files))!;

  it("gets arguments, and keeps its comments and key order", () => {
    const own = compiler === "v0.46.0" ? "  threat-detection: { engine: codex }\n" : "";
    expect(fix.sources).toEqual([
      {
        path: `${workflowsFolder}test.md`,
        before: files["test.md"],
        text: source(
          `on: issues\n${engineWithArgs(settings)}safe-outputs:\n  create-issue:\n${own}permissions: read-all\n`,
        ),
      },
    ]);
  });

  it("gets the arguments in each run of the lock file, after other options and before the prompt", () => {
    const [lock] = fix.locks;
    const flags = settings.flatMap((setting) => ["-c", setting]);
    for (const { args } of findCodexRuns(parseWorkflow(lock!.text))) {
      expect(args.slice(args.indexOf("--skip-git-repo-check") + 1, -1)).toEqual(flags);
    }
    expect(lock!.text.split("\n")).toHaveLength(lock!.before.split("\n").length);
  });

  it("has no findings after the fix, and its lock file gets the new source's hash", () => {
    const after = applied(files, fix);
    expectNoFindings(after);
    const changed = after["test.md"]!.slice("---\n".length, after["test.md"]!.indexOf("\n---\n") + 1);
    expect(after["test.lock.yml"]).toContain(`"frontmatter_hash":"${hashOfFrontMatter(changed)}"`);
  });

  it("gets the same fix with Windows line endings", () => {
    const windows = {
      "test.md": withCrlf(files["test.md"]),
      "test.lock.yml": withCrlf(files["test.lock.yml"]),
    };
    const after = applied(windows, durableFix(sourceFile(windows))!);
    expect(after).toEqual(
      Object.fromEntries(Object.entries(applied(files, fix)).map(([k, v]) => [k, withCrlf(v)])),
    );
  });

  it("still uses the proxy if a newer compiler also writes a provider", () => {
    for (const newer of ["v0.70.0", "v0.71.3", "v0.83.4", "newest"] as const) {
      const lock = lockFile({ compiler: newer });
      const withFlags = lock.replaceAll(
        /(?="\$INSTRUCTION"'|--prompt-file)/g,
        settings.map((s) => `-c ${s} `).join(""),
      );
      expect(withFlags).not.toBe(lock);
      const outcomes = ["direct", "undetermined", "refused", "missingKey", "wrongAddress"] as const;
      expect(diagnose(withFlags, { outcomes })).toEqual([]);
    }
  });
});

describe("external threat detection", () => {
  const files = { "test.md": source(frontMatter), "test.lock.yml": compiled("v0.82.14", frontMatter) };

  it("is turned off in the source and fixed in the lock file", () => {
    const fix = durableFix(sourceFile(files))!;
    expect(fix.settings).toEqual(["features.gh-aw-detection"]);
    expect(fix.sources.map(({ text }) => text)).toEqual([
      source(`${frontMatter}features:\n  gh-aw-detection: false\n`),
    ]);
    expectNoFindings(applied(files, fix));
  });

  it("is turned off next to other features", () => {
    const more = `${frontMatter}features: { copilot-requests: true }\n`;
    const own = { "test.md": source(more), "test.lock.yml": compiled("v0.82.14", more) };
    expect(durableFix(sourceFile(own))!.sources.map(({ text }) => text)).toEqual([
      source(`${frontMatter}features: { copilot-requests: true, gh-aw-detection: false }\n`),
    ]);
  });
});

describe("an imported engine", () => {
  const shared = source("engine:\n  id: codex\n  model: gpt-5\n");
  const importing = (name: string) => source(`on: issues\nimports:\n  - shared/codex.md\nname: ${name}\n`);
  const imported = "engine:\n  id: codex\n  model: gpt-5";
  const hashWith = async (text: string, importedText: string): Promise<string> => {
    const { createHash } = await import("node:crypto");
    const json = JSON.stringify({
      "frontmatter-text": text.slice(4, text.indexOf("\n---\n", 3)).trim(),
      "imported-frontmatters": importedText,
      imports: ["shared/codex.md"],
    });
    return createHash("sha256").update(json).digest("hex");
  };

  it("is changed in its own file and in the lock files of all workflows that import it", async () => {
    const files: Record<string, string> = { "shared/codex.md": shared };
    for (const name of ["a", "b"]) {
      files[`${name}.md`] = importing(name);
      const hash = await hashWith(importing(name), imported);
      files[`${name}.lock.yml`] = withHash(lockFile({ compiler: "v0.64.0" }), hash);
    }
    const fix = durableFix(sourceFile(files, "a.md"))!;
    expect(fix.sources.map(({ path }) => path)).toEqual([`${workflowsFolder}shared/codex.md`]);
    expect(fix.locks.map(({ path }) => path).sort()).toEqual([
      `${workflowsFolder}a.lock.yml`,
      `${workflowsFolder}b.lock.yml`,
    ]);
    const after = applied(files, fix);
    for (const name of ["a", "b"]) {
      expectNoFindings(after, name);
      const text = after["shared/codex.md"]!;
      const hash = await hashWith(importing(name), text.slice(4, text.indexOf("\n---\n", 3)));
      expect(after[`${name}.lock.yml`]).toContain(hash);
    }
  });

  it("is not changed if one of the lock files is outdated", async () => {
    const hash = await hashWith(importing("a"), imported);
    const files = {
      "shared/codex.md": shared,
      "a.md": importing("a"),
      "a.lock.yml": withHash(lockFile({ compiler: "v0.64.0" }), hash),
      "b.md": importing("b"),
      "b.lock.yml": withHash(lockFile({ compiler: "v0.64.0" }), hash),
    };
    expect(durableFix(sourceFile(files, "a.md"))).toBeUndefined();
  });
});

describe("nothing is changed", () => {
  const durable = (text: string, lock: string): DurableFix | undefined =>
    durableFix(sourceFile({ "test.md": text, "test.lock.yml": lock }));

  test("in an outdated lock file, because the fix would hide that", () => {
    expect(durable(source(frontMatter), compiled("v0.64.0", "on: issues\n"))).toBeUndefined();
  });

  test("if each run goes through the proxy", () => {
    expect(durable(source(frontMatter), compiled("v0.70.0", frontMatter))).toBeUndefined();
  });

  test("if the source has another engine", () => {
    const other = "on: issues\nengine: claude\n";
    expect(durable(source(other), compiled("v0.64.0", other))).toBeUndefined();
  });

  test("if arguments need quotes", () => {
    const files = { "test.md": source(frontMatter), "test.lock.yml": compiled("v0.64.0", frontMatter) };
    expect(durableFix(sourceFile(files), { baseUrl: "http://proxy/$a" })).toBeUndefined();
    expect(durableFix(sourceFile(files), { providerId: "true" })).toBeUndefined();
  });

  test("if Codex would discard the model before `exec`", () => {
    const execute = { proxy: "flag", codex: `codex -c model=gpt-5 exec "$INSTRUCTION"` } as const;
    expect(durable(source(frontMatter), compiled("v0.64.0", frontMatter, { execute }))).toBeUndefined();
  });

  test("if threat detection runs without a proxy and cannot get its own engine", () => {
    const without = "on: issues\nengine: codex\n";
    expect(durable(source(without), compiled("v0.46.0", without))).toBeUndefined();
  });
});
