import { entry, plainValue, type YamlNode } from "../yaml/index.js";
import type { Matrix, MatrixCombination, MatrixValue } from "./workflow.js";

/** GitHub's limit (https://docs.github.com/en/actions/reference/limits). */
const MAX_COMBINATIONS = 256;

const NO_MATRIX: Matrix = { kind: "known", combinations: [new Map()] };

const UNKNOWN: Matrix = { kind: "unknown" };

/** Reads `strategy` of a job: its combinations, with `include` and `exclude` as GitHub applies them. */
export function readMatrix(strategy: YamlNode | undefined): Matrix {
  if (strategy === undefined) return NO_MATRIX;
  if (strategy.kind !== "mapping") return UNKNOWN;
  const matrix = entry(strategy.entries(), "matrix")?.value;
  if (matrix === undefined) return NO_MATRIX;
  const written = plainValue(matrix);
  const read = matrixOf(written);
  return read.kind === "unknown" ? { kind: "unknown", written } : read;
}

/** The combinations of a matrix that consists of values. Those of an expression are not known. */
export function matrixOf(matrix: MatrixValue): Matrix {
  if (!isObject(matrix)) return UNKNOWN;
  const axes = new Map<string, readonly MatrixValue[]>();
  let include: readonly MatrixCombination[] = [];
  let exclude: readonly MatrixCombination[] = [];
  for (const [key, items] of Object.entries(matrix)) {
    if (!isList(items)) return UNKNOWN;
    if (key === "include") include = items.map(combinationOf);
    else if (key === "exclude") exclude = items.map(combinationOf);
    else axes.set(key, items);
  }
  const product = combine(axes);
  if (!product) return UNKNOWN;
  const kept = product.filter((combination) => !exclude.some((pattern) => matches(combination, pattern)));
  const combinations = addIncluded(axes.size === 0 ? [] : kept, axes, include);
  return combinations.length > MAX_COMBINATIONS ? UNKNOWN : { kind: "known", combinations };
}

function isList(value: MatrixValue): value is readonly MatrixValue[] {
  return Array.isArray(value);
}

function isObject(value: MatrixValue): value is Readonly<Record<string, MatrixValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function combinationOf(value: MatrixValue): MatrixCombination {
  return new Map(isObject(value) ? Object.entries(value) : []);
}

/** The product of all axes; the first axis varies slowest. `undefined` if there are too many combinations. */
function combine(
  axes: ReadonlyMap<string, readonly MatrixValue[]>,
): readonly MatrixCombination[] | undefined {
  let combinations: readonly MatrixCombination[] = [new Map()];
  for (const [name, values] of axes) {
    if (combinations.length * values.length > MAX_COMBINATIONS) return undefined;
    combinations = combinations.flatMap((before) =>
      values.map((value) => new Map([...before, [name, value]])),
    );
  }
  return combinations;
}

function matches(combination: MatrixCombination, pattern: MatrixCombination): boolean {
  return [...pattern].every(([name, value]) => isSame(combination.get(name), value));
}

/**
 * An entry of `include` extends each combination whose axis values it does not change; an entry that extends none
 * becomes a combination of its own.
 */
function addIncluded(
  combinations: readonly MatrixCombination[],
  axes: ReadonlyMap<string, readonly MatrixValue[]>,
  include: readonly MatrixCombination[],
): readonly MatrixCombination[] {
  const extended = combinations.map((combination) => new Map(combination));
  const added: MatrixCombination[] = [];
  for (const included of include) {
    const ofAxes = new Map([...included].filter(([name]) => axes.has(name)));
    const fitting = extended.filter((combination) => matches(combination, ofAxes));
    for (const combination of fitting) for (const [name, value] of included) combination.set(name, value);
    if (fitting.length === 0) added.push(included);
  }
  return [...extended, ...added];
}

function isSame(left: MatrixValue | undefined, right: MatrixValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
