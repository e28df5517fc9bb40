import { expect, test } from "vitest";
import { runsOf } from "../runs/runs-of.js";

const start = `awf --enable-api-proxy --env-all -- codex exec "$A" "$B"`;

/** The arguments after `exec` on each way that Codex is started on; there is at least one. */
function argumentsOf(script: string): readonly (readonly string[])[] {
  const runs = runsOf(`${script}\n${start}`).flatMap((run) => [run, ...run.ways]);
  expect(runs).not.toHaveLength(0);
  return runs.map(({ args }) => args.slice(1));
}

test("a text that may be anything or a known text is unknown on one way", () => {
  expect(argumentsOf(`A=$(id -u || echo 0)\nB=$A`)).toEqual([["$(id -u || echo 0)", "$(id -u || echo 0)"]]);
});

test("a text that is one of two known texts makes two ways", () => {
  const script = `if [ -n "$GITHUB_ACTOR" ]; then A=one; else A=two; fi\nB=$A`;
  expect(new Set(argumentsOf(script).map((args) => args.join(" ")))).toEqual(new Set(["one one", "two two"]));
});

test("two ways that each know something the other does not are not joined", () => {
  const script = `if [ -n "$GITHUB_ACTOR" ]; then A=$(id -u); B=x; else A=0; B=$(id -u); fi`;
  for (const [a, b] of argumentsOf(script)) expect([a, b]).not.toEqual(["0", "x"]);
});

test("words that separators of an unknown IFS split are unknown", () => {
  for (const [a] of argumentsOf(`IFS=$(id -u)\nX='a b'\nA=$(echo $X)`)) expect(a).toMatch(/^\$/);
});
