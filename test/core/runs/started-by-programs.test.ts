import { describe, expect, test } from "vitest";
import { install, job, script, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider, providerFlags } from "../../support/toml.js";
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
    [`/usr/bin/time -f '%E' -o /tmp/time ${awf}`],
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

describe("`su` and `sudo -u`", () => {
  const start = "awf --enable-api-proxy --env-all -- codex exec hi";

  test.each([
    [`sudo -E su runner -c '${start}'`, ["direct noProvider"]],
    // A login leaves nothing of `CODEX_HOME`.
    [`sudo -E su - runner -c '${start}'`, []],
    [`sudo -E su -l -c 'export CODEX_HOME=/tmp/none; ${start}' runner`, ["refused missingHome"]],
  ])("%s", (line, expected) => {
    const write = script(
      'mkdir -p "$CODEX_HOME" ~/.codex',
      `printf '%s\\n' 'model_provider = "p"' '[model_providers.p]' 'name = "p"' 'base_url = "http://172.30.0.30:10000"' > ~/.codex/config.toml`,
    );
    expect(outcomesWithHome(install, write, script(line))).toEqual(expected);
  });

  test("gives a user its home, which is known only for the image's own", () => {
    const write = (user: string): string =>
      script(`sudo -u ${user} bash -c 'mkdir -p ~/.codex; printf "[x\\n" > ~/.codex/config.toml'`);
    expect(outcomes(job([], install, write("runner"), script(`sudo -E ${start}`)))).toEqual([
      "refused invalidToml",
    ]);
    expect(outcomes(job([], install, write("bot"), script(`sudo -E ${start}`)))).toEqual([
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

test("a wrapper in a folder of the path is found beside folders that are not known", () => {
  const wrapper = script(
    "mkdir -p /tmp/bin /tmp/other",
    `printf '#!/bin/sh\\nCODEX_HOME=/tmp/other exec /usr/local/bin/codex "$@"\\n' > /tmp/bin/codex`,
    "chmod +x /tmp/bin/codex",
    "echo 'model = \"m\"' > /tmp/other/config.toml",
    'echo /tmp/bin >> "$GITHUB_PATH"',
  );
  const more = script('echo "$(npm prefix -g)/bin" >> "$GITHUB_PATH"');
  const runs = start.replace("sudo -E ", "");
  for (const steps of [[wrapper], [wrapper, more], [more, wrapper]])
    expect(outcomes(job([], install, writes(provider("http://172.30.0.30:10000")), ...steps, runs))).toEqual([
      "direct noProvider",
    ]);
});
