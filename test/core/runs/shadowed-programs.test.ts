import { describe, expect, test } from "vitest";
import { install, script, start } from "../../support/job.js";
import { providerFlags } from "../../support/toml.js";
import { outcomesWithHome, withoutProvider } from "../../support/prepared-home.js";

describe("`codex` may be", () => {
  test("an alias, which Bash expands only with `expand_aliases`", () => {
    const aliased = (...before: readonly string[]): string =>
      script(
        "cat > /tmp/run.sh << 'EOF'",
        ...before,
        `alias codex="codex ${providerFlags}"`,
        "codex exec hi",
        "EOF",
        start.replace("- run: ", "").replace("codex exec hi", "bash /tmp/run.sh"),
      );
    expect(outcomesWithHome(install, withoutProvider, aliased("shopt -s expand_aliases"))).toEqual([]);
    expect(outcomesWithHome(install, withoutProvider, aliased())).toEqual(["direct noProvider"]);
  });

  test("an exported function, which Bash takes over and `sudo` removes", () => {
    const wrapped = (export_: string, awf: string): string =>
      script(
        `codex() { command codex "$@" ${providerFlags}; }`,
        export_,
        `${awf} --enable-api-proxy --env-all -- bash -c 'codex exec hi'`,
      );
    expect(outcomesWithHome(install, withoutProvider, wrapped("export -f codex", "awf"))).toEqual([]);
    expect(outcomesWithHome(install, withoutProvider, wrapped("declare -fx codex", "awf"))).toEqual([]);
    expect(outcomesWithHome(install, withoutProvider, wrapped("export -f codex", "sudo -E awf"))).toEqual([
      "direct noProvider",
    ]);
    expect(outcomesWithHome(install, withoutProvider, wrapped("true", "awf"))).toEqual(["direct noProvider"]);
  });
});

describe("`awf` may be", () => {
  test("a program of the job or of the checkout", () => {
    const own = script(
      "mkdir -p /tmp/b",
      "printf '#!/bin/sh\\necho \"$@\"\\n' > /tmp/b/awf",
      "chmod +x /tmp/b/awf",
    );
    const runs = (awf: string): string => start.replace("sudo -E awf", awf);
    expect(outcomesWithHome(install, withoutProvider, own, runs("PATH=/tmp/b:$PATH awf"))).toEqual([]);
    expect(
      outcomesWithHome("- uses: actions/checkout@v4", install, withoutProvider, runs("./bin/awf")),
    ).toEqual([]);
    expect(outcomesWithHome(install, withoutProvider, own, runs("/usr/local/bin/awf"))).toEqual([
      "direct noProvider",
    ]);
  });
});
