import type { LintResult } from "../eslint/index.js";

/** How many errors of each rule a file may have, by its path relative to the working folder, as in ESLint's file. */
export type Suppressions = Readonly<Record<string, Readonly<Record<string, { readonly count: number }>>>>;

/** Results by the names of their files in {@link Suppressions}. */
export type NamedResults = ReadonlyMap<string, LintResult>;

/** Only our rules run, so suppressed errors of other rules are unknown. */
const isOurs = (rule: string): boolean => rule.startsWith("gh-aw/");

/** The errors of each rule. ESLint suppresses no warnings. */
function countErrors({ messages }: LintResult): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, severity } of messages)
    if (ruleId !== null && severity === 2) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}

/** Like ESLint, removes the errors of a rule if there are no more of them than are suppressed. */
export function applySuppressions(name: string, result: LintResult, suppressions: Suppressions): LintResult {
  const counts = countErrors(result);
  const isSuppressed = (rule: string | null): boolean =>
    rule !== null &&
    (counts.get(rule) ?? 0) > 0 &&
    (counts.get(rule) ?? 0) <= (suppressions[name]?.[rule]?.count ?? 0);
  const suppressed = result.messages.filter(({ ruleId, severity }) => severity === 2 && isSuppressed(ruleId));
  if (suppressed.length === 0) return result;
  const fixable = suppressed.filter(({ fix }) => fix !== undefined).length;
  return {
    ...result,
    messages: result.messages.filter((message) => !suppressed.includes(message)),
    suppressedMessages: [
      ...result.suppressedMessages,
      ...suppressed.map((message) => ({
        ...message,
        suppressions: [{ kind: "file", justification: "" }],
      })),
    ],
    errorCount: result.errorCount - suppressed.length,
    fixableErrorCount: result.fixableErrorCount - fixable,
  };
}

/** The suppressions with the errors of the results added, of the given rules or of all. */
export function suppressErrors(
  suppressions: Suppressions,
  results: NamedResults,
  rules: readonly string[] | undefined,
): Suppressions {
  const changed = [...results].flatMap(([name, result]) => {
    const counts = [...countErrors(result)].filter(([rule]) => rules?.includes(rule) ?? isOurs(rule));
    const added = counts.map(([rule, count]) => [rule, { count }] as const);
    return added.length > 0 ? [[name, { ...suppressions[name], ...Object.fromEntries(added) }] as const] : [];
  });
  return { ...suppressions, ...Object.fromEntries(changed) };
}

/** The suppressions without those of our rules that the results no longer need, and without missing files. */
export function pruneSuppressions(
  suppressions: Suppressions,
  results: NamedResults,
  exists: (name: string) => boolean,
): Suppressions {
  return Object.fromEntries(
    Object.entries(suppressions).flatMap(([name, rules]) => {
      const result = results.get(name);
      if (!result) return exists(name) ? [[name, rules]] : [];
      const counts = countErrors(result);
      const needed = Object.entries(rules).flatMap(([rule, { count }]) => {
        const left = isOurs(rule) ? Math.min(count, counts.get(rule) ?? 0) : count;
        return left > 0 ? [[rule, { count: left }] as const] : [];
      });
      return needed.length > 0 ? [[name, Object.fromEntries(needed)]] : [];
    }),
  );
}
