import fc from "fast-check";
import { expect, it } from "vitest";
import {
  evaluateCondition,
  known,
  substituteText,
  text,
  unknown,
  type Contexts,
  type Value,
} from "../../../../packages/core/src/workflow/expressions/index.js";
import * as github from "../../../oracle/run-workflow/expressions.js";
import { expectProperty } from "../../../support/property.js";

type Scalar = string | number | boolean | null;

/** A member of a context: its value, and how much of it our evaluation knows. */
interface Member {
  readonly value: Scalar;
  readonly visible: "all" | "nothing" | "start";
}

const NAMES = ["a", "b", "c", "d"] as const;
type Members = Readonly<Record<(typeof NAMES)[number], Member>>;

const word = fc.constantFrom("", "a", "A", "ab", "it's", "0", "1", "true", "x y", "{0}", "b/c");
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  word,
  fc.integer({ min: -3, max: 20 }),
  fc.constantFrom(0.5, 1.25, true, false, null),
);
const member = fc.record({ value: scalar, visible: fc.constantFrom("all", "nothing", "start") } as const);
const members: fc.Arbitrary<Members> = fc.record({ a: member, b: member, c: member, d: member });

function literal(value: Scalar): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  const call = (name: string, ...args: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...args).map((texts) => `${name}(${texts.join(", ")})`);
  return {
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar.map(literal),
      fc.constantFrom(...NAMES).map((name) => `env.${name}`),
      fc.constantFrom("env['b']", "env.none", "ENV.A", "success()", "always()", "failure()"),
      fc
        .tuple(inner, fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "&&", "||"), inner)
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      inner.map((operand) => `!${operand}`),
      call("contains", inner, inner),
      call("startsWith", inner, inner),
      call("endsWith", inner, inner),
      call("format", fc.constantFrom("'{0}'", "'{{{0}}} {1}'", "'{1}/{0}/x'"), inner, inner),
      call("join", fc.constantFrom("fromJSON('[1, \"b\", null]')", "env.a"), inner),
      call("toJSON", inner),
      call("fromJSON", fc.constantFrom("'true'", "'\"text\"'", "'[1]'", "'1.5'")),
    ),
  };
});

/** The contexts as far as our evaluation knows them. */
function contextsOf(all: Members): Contexts {
  const valueOf = (name: string, { value, visible }: Member): Value => {
    if (visible === "all") return known(value);
    const isPartly = visible === "start" && typeof value === "string" && value.length > 1;
    return isPartly ? text([value.charAt(0), unknown(`the rest of ${name}`)]) : unknown(name);
  };
  return {
    context: () => ({
      kind: "object",
      get: (key) => {
        const name = NAMES.find((candidate) => candidate === key.toLowerCase());
        return name ? valueOf(name, all[name]) : known(null);
      },
    }),
    status: (name) => known(name !== "failure"),
  };
}

/** Whether our evaluation's claim allows this result. */
function allows(claim: Value, result: string): boolean {
  switch (claim.kind) {
    case "known":
      return claim.data.coerceString() === result;
    case "choice":
      return claim.values.some((value) => allows(value, result));
    case "text": {
      const pattern = claim.parts
        .map((part) => (typeof part === "string" ? part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&") : "[^]*"))
        .join("");
      return new RegExp(`^${pattern}$`).test(result);
    }
    case "unknown":
    case "object":
      return true;
  }
}

/** The result of GitHub's own evaluation; `undefined` if it fails. */
function evaluated<Result>(evaluate: () => Result): Result | undefined {
  try {
    return evaluate();
  } catch {
    return undefined;
  }
}

const realOf = (all: Members): github.Contexts => ({
  env: Object.fromEntries(Object.entries(all).map(([name, { value }]: [string, Member]) => [name, value])),
});

it("a claim about a random expression allows GitHub's own result", () => {
  let claims = 0;
  let all = 0;
  expectProperty(
    fc.property(expression, members, (source, context) => {
      const result = evaluated(() => github.evaluateText(`<\${{ ${source} }}>`, realOf(context)));
      if (result === undefined) return;
      const claim = substituteText(`<\${{ ${source} }}>`, contextsOf(context));
      all++;
      if (claim.kind === "known") claims++;
      expect(allows(claim, result), `${JSON.stringify(claim)} is not ${JSON.stringify(result)}`).toBe(true);
    }),
  );
  // A model that claims nothing would pass.
  expect(claims / all).toBeGreaterThan(0.5);
});

it("a random expression of known values has GitHub's own result", () => {
  expectProperty(
    fc.property(expression, members, (source, context) => {
      const visible = Object.fromEntries(
        Object.entries(context).map(([name, { value }]: [string, Member]) => [
          name,
          { value, visible: "all" },
        ]),
      ) as unknown as Members;
      const result = evaluated(() => github.evaluateText(`\${{ ${source} }}`, realOf(context)));
      if (result !== undefined)
        expect(substituteText(`\${{ ${source} }}`, contextsOf(visible))).toEqual(known(result));
    }),
  );
});

it("a random condition has GitHub's own result or is undecided", () => {
  let decided = 0;
  let all = 0;
  expectProperty(
    fc.property(expression, members, (source, context) => {
      const truth = evaluated(() => github.evaluateCondition(source, realOf(context), "success"));
      if (truth === undefined) return;
      all++;
      const claim = evaluateCondition(source, contextsOf(context));
      if (claim === undefined) return;
      decided++;
      expect(claim).toBe(truth);
    }),
  );
  // A model that decides nothing would pass.
  expect(decided / all).toBeGreaterThan(0.5);
});
