import { codexOutcome, diagnose, lint, parseWorkflow } from "@gh-aw-lint/core";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verify, verifyAndFix } from "../support/linter.js";
import { lockFile } from "../support/lock-file.js";
import { processorTime } from "../support/processor-time.js";
import { install, job, script } from "../support/job.js";
import { start, stepWith, write } from "./fix/config-step.js";

/** Keys that every JavaScript object has, or that change an object's prototype. */
const keys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf"];

describe.each(keys)("the key `%s`", (key) => {
  const block = `[model_providers.${key}]\nname = "P"\nbase_url = "http://172.30.0.30:10000"\n`;

  afterEach(() => {
    // A property added to `Object.prototype` would be visible in every object.
    for (const name in {}) throw new Error(`All objects have \`${name}\` now.`);
  });

  test("is an ordinary job, key, and variable in YAML", () => {
    const text = `${key}: 1\nenv:\n  ${key}: a\njobs:\n  ${key}:\n    ${key}: 2\n    steps:\n      - ${key}: 3\n        run: x\n`;
    const { env, jobs } = parseWorkflow(text);
    expect(env.get(key)?.value).toBe("a");
    expect(jobs.map(({ id, steps }) => [id, steps.length])).toEqual([[key, 1]]);
  });

  test("is an ordinary provider in TOML", () => {
    const config = `model_provider = "${key}"\n${block}`;
    expect(codexOutcome({ config })).toMatchObject({ outcome: "proxied", reason: { provider: key } });
    expect(codexOutcome({ config: `model_provider = "${key}"\n` })).toMatchObject({
      reason: { kind: "undefinedProvider", provider: key },
    });
    expect(codexOutcome({ args: ["-c", `model_provider=${key}`] }).outcome).toBe("refused");
  });

  test("does not crash a rule anywhere in TOML", () => {
    for (const toml of [
      `${key} = 1\n`,
      `[${key}]\n${key} = { ${key} = 1 }\n`,
      `[[${key}]]\n[${key}.${key}]\n`,
      `profile = "${key}"\n[profiles.${key}]\n${key} = 1\n`,
      `[features]\n${key} = true\n`,
      `[mcp_servers.${key}]\ncommand = "x"\n[mcp_servers.${key}.env]\n${key} = "x"\n`,
      `${block}env_key = "${key}"\n`,
      `model_providers = { ${key} = { ${key} = 1 } }\n`,
    ]) {
      const text = stepWith(write(toml));
      expect(verify(text).filter(({ fatal }) => fatal)).toEqual([]);
      expect(diagnose(verifyAndFix(text)).filter(({ fix }) => fix)).toEqual([]);
    }
  });

  test("is an ordinary variable and function in a shell script", () => {
    const script = `${key}='model_provider = "p"'\n${key}() { echo "$${key}" > ~/.codex/config.toml; }\n${key}\n`;
    expect(diagnose(stepWith(script), { outcomes: ["refused"] })).toMatchObject([
      { kind: "undefinedProvider" },
    ]);
  });

  test("does no harm in the JSON of the header and of Codex's configuration", () => {
    const text = lockFile({
      compiler: "newest",
      defaults: { [key]: { [key]: 1 }, model_providers: { [key]: {} } },
    });
    const header = `{"${key}":{"x":1},"engine_versions":{"${key}":"1"},"agent_id"`;
    expect(verify(text.replace('{"agent_id"', header)).length).toBeGreaterThan(0);
  });
});

describe("linted text never runs", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-hostile-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test("as shell, as JavaScript, or through a YAML tag", () => {
    const touch = `touch ${folder}/run`;
    const script = [
      `set +e; mkdir -p ~/.codex`,
      `${touch}; $(${touch}) \`${touch}\` <(${touch}) "\${X:-$(${touch})}"`,
      `eval '${touch}'; bash -c '${touch}'; node -e "require('fs').writeFileSync('${folder}/run', '')"`,
      `cat > ~/.codex/config.toml << EOF`,
      `notify = ["bash", "-c", "${touch}"]`,
      `model = "$(${touch})"`,
      `EOF`,
      `awf --enable-api-proxy -- $(${touch}) codex exec "$(${touch})"`,
      ``,
    ].join("\n");
    const text = `on: !!js/function "function () { ${touch} }"\nrun-name: \${{ ${touch} }}\n${stepWith(script)}`;
    expect(verify(text).length).toBeGreaterThan(0);
    verifyAndFix(text);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("and no file that it names is written", () => {
    const path = join(folder, "file");
    const text = stepWith(`echo x > ${path}\ncp ${path} ~/.codex/config.toml\nsource ${path}\n`);
    verifyAndFix(text);
    expect(existsSync(path)).toBe(false);
  });
});

describe("aliases of aliases", () => {
  const levels = (write: (below: string) => string): string =>
    Array.from({ length: 60 }, (_, index) => `b${index + 1}: &b${index + 1} ${write(`*b${index}`)}\n`).join(
      "",
    );

  test.each([
    ["lists", `b0: &b0 [x, x]\n${levels((below) => `[${below}, ${below}]`)}jobs: { awf: { steps: *b60 } }\n`],
    [
      "mappings",
      `b0: &b0 { run: ${start} }\n${levels((below) => `{ a: ${below}, env: ${below} }`)}env: *b60\njobs: { awf: *b60 }\n`,
    ],
    [
      "steps",
      `b0: &b0 { run: ${start} }\n${levels((below) => `{ steps: [${below}, ${below}] }`)}jobs: { awf: *b60, b: *b1 }\n`,
    ],
  ])("do not take long: %s", (_, text) => {
    const started = processorTime();
    verifyAndFix(text);
    expect(processorTime() - started).toBeLessThan(5_000);
  });
});

describe("deep nesting", () => {
  const depth = 20_000;

  test.each([
    ["substitutions", `echo ${"$(".repeat(depth)}x${")".repeat(depth)}\n`],
    ["subshells", `${"( ".repeat(depth)}x${" )".repeat(depth)}\n`],
    ["parameters", `echo ${"${a:-".repeat(depth)}x${"}".repeat(depth)}\n`],
    ["sums", `echo $(( ${"( ".repeat(depth)}1${" )".repeat(depth)} ))\n`],
    ["quoted substitutions", `echo ${'"$(echo '.repeat(depth)}x${')"'.repeat(depth)}\n`],
    ["conditions", `${"if true; then\n".repeat(depth / 4)}x\n${"fi\n".repeat(depth / 4)}`],
    [
      "functions",
      Array.from({ length: 1000 }, (_, i) => `f${i}() { f${i + 1}; f${i + 1}; }\n`).join("") + "f0\n",
    ],
    ["pipes", `cat /a${" | cat".repeat(depth / 4)} > ~/.codex/config.toml\n`],
    ["back quotes", `echo ${"`".repeat(depth + 1)}\n`],
    ["here-documents", `cat ${"<< EOF ".repeat(depth / 4)}\n`],
    [
      "values that grow exponentially",
      `A=x\n${'A="$A$A$A$A"\n'.repeat(200)}echo $A > ~/.codex/config.toml\n`,
    ],
    ["braces", `echo {1..100000000} ${"{a,b}".repeat(200)} > ~/.codex/config.toml\n`],
    ["TOML", write(`a = ${"[".repeat(depth)}${"]".repeat(depth)}\n`)],
    ["JSON", `echo '{"apiProxy":${'{"a":'.repeat(depth)}1' > /c\nawf --config /c -- codex exec x\n`],
  ])("of %s does not take long", (_, script) => {
    const started = processorTime();
    verifyAndFix(stepWith(script));
    expect(processorTime() - started).toBeLessThan(10_000);
  });
});

describe("a long line", () => {
  test.each([
    ["of words as in an install", `echo ${"use ".repeat(80_000)}`],
    ["of programs that run programs", `awf -- ${"npx ".repeat(20_000)}./agent.sh`],
    ["of programs that a project runs", `awf -- ${"uv run ".repeat(20_000)}./agent.sh`],
  ])("%s does not take long", (_, line) => {
    const started = processorTime();
    // The layout in which jobs that do not matter are not parsed.
    lint(`jobs:\n  a:\n    steps:\n      - run: codex\n      - run: awf -- ls\n      - run: ${line}\n`);
    lint(job([], install, script(line)));
    expect(processorTime() - started).toBeLessThan(5_000);
  });
});

test("a sum of thousands of terms does not exceed the stack", () => {
  const sum = `echo $((${"1+".repeat(6_000)}1))\n`;
  for (const script of [sum, `sh -c '${sum}'\n`])
    expect(verify(stepWith(script)).filter(({ fatal }) => fatal)).toEqual([]);
});
