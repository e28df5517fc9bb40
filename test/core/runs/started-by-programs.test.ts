import { describe, expect, test } from "vitest";
import { install, job, script } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

describe("a program that starts another one", () => {
  const awf = "sudo -E awf --enable-api-proxy --env-all -- codex exec hi";
  const direct = ["direct noProvider"];

  test.each([
    [`flock /tmp/lock ${awf}`],
    [`flock -w 10 -x /tmp/lock ${awf}`],
    [`flock -n /tmp/lock -c '${awf}'`],
    [`exec 9> /tmp/lock; flock 9; ${awf}`],
    [`taskset -c 0 ${awf}`],
    [`printf '%s\\n' one two > list; xargs -a list -I{} -P2 ${awf}`],
    [`gh issue list | xargs -I{} ${awf.replace("hi", "'look at {}'")}`],
  ])("%s", (line) => {
    expect(outcomes(job([], install, script(line)))).toEqual(direct);
  });

  test("that is unknown may have written a configuration", () => {
    const checkout = "- uses: actions/checkout@v4";
    expect(outcomes(job([], install, checkout, script(`./with-retries ${awf}`)))).toEqual([
      "undetermined undeterminedFile",
    ]);
    expect(outcomes(job([], install, script(`parallel ${awf} ::: one two`)))).toEqual([
      "undetermined undeterminedFile",
    ]);
  });
});
