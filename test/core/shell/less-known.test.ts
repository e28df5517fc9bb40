import { expect, test } from "vitest";
import { runsOf } from "../runs/runs-of.js";

const start = `awf --enable-api-proxy --env-all -- codex exec "$A" "$B"`;

/** The arguments behind `exec` on each way that Codex is started on. */
function argumentsOf(script: string): readonly (readonly string[])[] {
  return runsOf(`${script}\n${start}`)
    .flatMap((run) => [run, ...run.ways])
    .map(({ args }) => args.slice(1));
}

test("what may be anything or a known text may be anything: it makes one way", () => {
  expect(argumentsOf(`A=$(id -u || echo 0)\nB=$A`)).toEqual([["$(id -u || echo 0)", "$(id -u || echo 0)"]]);
});

test("what is one of two known texts makes two ways", () => {
  const script = `if [ -n "$GITHUB_ACTOR" ]; then A=one; else A=two; fi\nB=$A`;
  expect(new Set(argumentsOf(script).map((args) => args.join(" ")))).toEqual(new Set(["one one", "two two"]));
});

test("a way that knows of two things what the other one does not is not taken for it", () => {
  const script = `if [ -n "$GITHUB_ACTOR" ]; then A=$(id -u); B=x; else A=0; B=$(id -u); fi`;
  for (const [a, b] of argumentsOf(script)) expect([a, b]).not.toEqual(["0", "x"]);
});
