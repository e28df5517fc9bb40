import fc from "fast-check";
import { parse, TomlDate } from "smol-toml";
import { expect, test } from "vitest";
import { codexOutcome } from "../../../packages/core/src/codex/outcome/index.js";
import { findAllKeys, locateTable } from "../../../packages/core/src/toml/index.js";
import { recordedRuns } from "../../recordings/index.js";
import { codexConfig } from "../../support/arbitraries/codex-config.js";
import { damaged } from "../../support/arbitraries/damage.js";
import { cases, expectProperty } from "../../support/property.js";

type Table = Readonly<Record<string, unknown>>;

/** The table that smol-toml reads; `undefined` if it rejects the text. */
function read(toml: string): Table | undefined {
  try {
    return parse(toml.replace(/^\uFEFF/, ""), { integersAsBigInt: true });
  } catch {
    return undefined;
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
}

/** The value at a path of tables; `undefined` if an array is on the path. */
function valueAt(root: Table, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    root,
  );
}

/** Expects core to reject the same files as smol-toml, and each key to have the value that smol-toml reads. */
function expectSameReading(config: string): number {
  const root = read(config);
  const { reason } = codexOutcome({ config });
  expect(["invalidToml", "duplicateKey"].includes(reason.kind)).toBe(root === undefined);
  if (root === undefined) return 0;
  let count = 0;
  for (const { path, key, expression } of findAllKeys(config)) {
    const value = valueAt(root, path);
    if (value === undefined) continue;
    const written = read(config.slice(expression.start, expression.end));
    expect(written, config.slice(expression.start, expression.end)).toBeDefined();
    expect(Object.keys(read(`${config.slice(key.start, key.end)} = 1`)!)).toHaveLength(1);
    const leaf = path.slice(-segments(written!, value));
    expect(valueAt(written!, leaf)).toEqual(value);
    count++;
  }
  for (const [name, value] of Object.entries(root)) {
    if (isTable(value) && config.includes(`\n[${name}]\n`)) expect(locateTable(config, [name])).toBeDefined();
  }
  return count;
}

/** The number of segments in the key of `written`, whose innermost value is `value`. */
function segments(written: Table, value: unknown): number {
  let depth = 1;
  let inner: unknown = Object.values(written)[0];
  while (isTable(inner) && !isEqual(inner, value)) {
    inner = Object.values(inner)[0];
    depth++;
  }
  return depth;
}

function isEqual(one: unknown, other: unknown): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? `${item}n` : item));
  return text(one) === text(other);
}

test("core and smol-toml read the same from random TOML", () => {
  let count = 0;
  expectProperty(
    fc.property(fc.oneof(codexConfig, damaged(codexConfig)), (config) => {
      count += expectSameReading(config);
    }),
  );
  console.log(`TOML: ${String(count)} keys alike`);
  // A model that finds no keys would pass.
  expect(count / cases).toBeGreaterThan(0.5);
});

const runs = recordedRuns();
test("core and smol-toml read the same from the configurations of the recorded runs", () => {
  for (const { config, codex, env, args, outcome } of runs) {
    if (config === null || read(config) !== undefined) continue;
    expect(codexOutcome({ config, codexVersion: codex, env, args }).outcome).toBe(outcome);
  }
  for (const { config } of runs) if (config !== null) expectSameReading(config);
});
