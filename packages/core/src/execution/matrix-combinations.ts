import { isCompiled } from "../gh-aw/index.js";
import {
  type Contexts,
  evaluateExpression,
  hasExpressions,
  soleExpression,
} from "../workflow/expressions/index.js";
import {
  type Job,
  type Matrix,
  type MatrixCombination,
  matrixOf,
  type MatrixValue,
  type Workflow,
} from "../workflow/index.js";
import { contextsAt, createWork, type OutputOfJob } from "./step-work.js";

/** A matrix with more combinations counts as unknown. */
const MAX_COMBINATIONS = 8;

/** The combinations of a job's matrix; one `undefined` if they are not known. */
export function combinationsOf(
  workflow: Workflow,
  job: Job,
  outputOf: OutputOfJob | undefined,
): readonly (MatrixCombination | undefined)[] {
  const { matrix } = job;
  const written = matrix.kind === "unknown" && !isCompiled(workflow) ? matrix.written : undefined;
  const read = written === undefined ? matrix : evaluated(workflow, job, written, outputOf);
  return read.kind === "known" && read.combinations.length <= MAX_COMBINATIONS
    ? read.combinations
    : [undefined];
}

/** A matrix with the values of its expressions, such as `${{ fromJSON(needs.list.outputs.versions) }}`. */
function evaluated(
  workflow: Workflow,
  job: Job,
  written: MatrixValue,
  outputOf: OutputOfJob | undefined,
): Matrix {
  const contexts = contextsAt(createWork(workflow, job, undefined, outputOf), 0);
  const whole = valueOf(written, contexts);
  if (typeof whole !== "object" || whole === null || Array.isArray(whole)) return matrixOf(whole);
  return matrixOf(
    Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, valueOf(value, contexts)])),
  );
}

/** The value of an expression; anything else, and an expression that is not known, as it is. */
function valueOf(written: MatrixValue, contexts: Contexts): MatrixValue {
  if (typeof written !== "string" || !hasExpressions(written)) return written;
  const source = soleExpression(written.trim());
  if (source === undefined) return written;
  const json = evaluateExpression(`toJSON(${source})`, contexts);
  return json.kind === "known" ? plain(JSON.parse(json.data.coerceString())) : written;
}

function plain(value: unknown): MatrixValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
