import { describe, expect, test } from "vitest";
import { install, job, script, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { providerFlags } from "../../support/toml.js";
import { outcomesWithHome, withoutProvider } from "../../support/prepared-home.js";

const undetermined = [expect.stringMatching("^undetermined ")];

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

describe("`find -exec`", () => {
  const awf = "sudo -E awf --enable-api-proxy --env-all";
  const find = (command: string): string => script(`find prompts -name '*.md' -exec ${command} \\;`);

  test("starts AWF", () => {
    expect(outcomesWithHome(install, withoutProvider, find(`${awf} -- codex exec {}`))).toEqual([
      "direct noProvider",
    ]);
    expect(
      outcomesWithHome(install, withoutProvider, find(`${awf} -- codex exec ${providerFlags} {}`)),
    ).toEqual([]);
    expect(outcomesWithHome(install, withoutProvider, find(`timeout 60 ${awf} -- codex exec {}`))).toEqual([
      "direct noProvider",
    ]);
  });

  test("runs programs that may write the configuration", () => {
    expect(outcomesWithHome(install, withoutProvider, find("bash {}"), start)).toEqual(undetermined);
    expect(outcomesWithHome(install, withoutProvider, find("cat {}"), start)).toEqual(["direct noProvider"]);
  });
});

test("a login shell in the container reads what a step put into the home directory", () => {
  const login = start.replace("codex exec hi", "bash -lc 'codex exec hi'");
  const copies = "- run: cp .github/profile ~/.bash_profile";
  expect(outcomesWithHome("- uses: actions/checkout@v4", install, withoutProvider, copies, login)).toEqual(
    undetermined,
  );
  expect(outcomesWithHome("- uses: actions/checkout@v4", install, withoutProvider, login)).toEqual([
    "direct noProvider",
  ]);
});
