import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { text as contentOf } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFile } from "../support/lock-file.js";

// ESLint's worker threads load the configuration themselves, so this tests the compiled plugin.
const plugin = new URL("../../packages/eslint-plugin-gh-aw/dist/bundle.js", import.meta.url).href;
const eslint = fileURLToPath(new URL("../../node_modules/eslint/bin/eslint.js", import.meta.url));

const files = {
  "broken.lock.yml": lockFile(),
  "misplaced.lock.yml": lockFile({ compiler: "v0.82.14" }),
  "sound.lock.yml": lockFile({ compiler: "v0.70.0" }),
  "without-codex.lock.yml": 'name: "Test"\njobs: {}\n',
};

const rule = "gh-aw/codex-websocket-401";

/** The rule's findings in the files. */
const findings = [
  "broken.lock.yml: noProvider, noProvider",
  "misplaced.lock.yml: misplacedSelection",
  "sound.lock.yml: ",
  "without-codex.lock.yml: ",
];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gh-aw-lint-concurrency-"));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  await configure();
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const flags = [["--cache"], ["--concurrency", "2"], ["--cache", "--concurrency", "2"]];

describe.each(flags.map((args) => ({ name: `eslint ${args.join(" ")}`, args })))("`$name`", ({ args }) => {
  test("has the same findings as without the option, in the first and the second run", async () => {
    const plain = await lint([]);
    expect(plain.map(summary)).toEqual(findings);
    expect(await lint(args)).toEqual(plain);
    expect(await lint(args)).toEqual(plain);
  });

  test("applies changed rule options", async () => {
    await lint(args);
    await configure({ minimumCodexVersion: "0.122.0" });
    expect((await lint(args)).map(summary)).toEqual([
      "broken.lock.yml: ",
      "misplaced.lock.yml: misplacedSelection",
      "sound.lock.yml: ",
      "without-codex.lock.yml: ",
    ]);
  });

  test("lints a changed file again", async () => {
    await lint(args);
    await writeFile(join(folder, "sound.lock.yml"), lockFile({ detection: false }));
    expect((await lint(args)).map(summary)).toContain("sound.lock.yml: noProvider");
  });
});

test("`--concurrency 2` lints in other threads, unless all files are in the cache", async () => {
  const loadedBy = (): Promise<string> => readFile(join(folder, "threads.txt"), "utf8");
  await lint(["--cache", "--concurrency", "2"]);
  expect(await loadedBy()).toContain("worker");
  await rm(join(folder, "threads.txt"));
  await lint(["--cache", "--concurrency", "2"]);
  expect(await loadedBy()).toContain("main");
});

/** Writes a configuration that prints a message in each thread that loads it. */
async function configure(options: Readonly<Record<string, string>> = {}): Promise<void> {
  const rules = { [rule]: ["error", options] };
  await writeFile(
    join(folder, "eslint.config.mjs"),
    `import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import ghAw from "${plugin}";
appendFileSync(new URL("threads.txt", import.meta.url), isMainThread ? "main\\n" : "worker\\n");
export default [ghAw.configs.recommended, { files: ["**/*.lock.yml"], rules: ${JSON.stringify(rules)} }];
`,
  );
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly messageId?: string }[];
}

/** The findings of an ESLint process in the folder. */
async function lint(args: readonly string[]): Promise<readonly Result[]> {
  // ESLint warns that threads are slower for so few files.
  const env = { ...process.env, NODE_NO_WARNINGS: "1" };
  const child = spawn(process.execPath, [eslint, "--format", "json", ...args, "."], { cwd: folder, env });
  const [output, errors] = await Promise.all([contentOf(child.stdout), contentOf(child.stderr)]);
  expect(errors).toBe("");
  // ESLint also lints the configuration file itself.
  return (JSON.parse(output) as Result[]).filter(({ filePath }) => filePath.endsWith(".lock.yml"));
}

function summary({ filePath, messages }: Result): string {
  const ofRule = messages.filter(({ ruleId }) => ruleId === rule);
  return `${basename(filePath)}: ${ofRule.map(({ messageId }) => messageId).join(", ")}`;
}
