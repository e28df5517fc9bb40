import { describe, expect, test } from "vitest";
import { runsOf } from "./runs-of.js";

const start = "awf --enable-api-proxy -- codex exec x";

describe("AWF's API proxy", () => {
  const config = (json: string): string => `printf '%s\\n' ${json} > "\${RUNNER_TEMP}/awf.json"`;
  const withConfig = `awf --config "\${RUNNER_TEMP}/awf.json" -- codex exec x`;

  test("is on with the flag", () => {
    expect(runsOf(start)).toMatchObject([{ apiProxy: { on: true, because: "flag" } }]);
  });

  test("is on with a configuration that AWF reads from its standard input", () => {
    const enabled = { apiProxy: { on: true, because: "configuration" } };
    for (const path of ["-", "/dev/stdin"]) {
      const awf = `sudo -E awf --config ${path} -- codex exec x`;
      expect(runsOf(`echo '{"apiProxy":{"enabled":true}}' | ${awf}`)).toMatchObject([enabled]);
      expect(runsOf(`${awf} << EOF\napiProxy:\n  enabled: true\nEOF`)).toMatchObject([enabled]);
      expect(runsOf(`${awf} <<< '{"apiProxy":{"enabled":true}}'`)).toMatchObject([enabled]);
      expect(runsOf(`curl https://example.com/awf.json | ${awf}`)).toMatchObject([
        { apiProxy: { on: false, unknown: {} } },
      ]);
    }
  });

  test("is on with AWF's configuration, whatever its shell quotes and expansions", () => {
    const enabled = { apiProxy: { on: true, because: "configuration" } };
    expect(runsOf(`${config(`'{"apiProxy":{"enabled":true}}'`)}\n${withConfig}`)).toMatchObject([enabled]);
    const filled = `"{\\"apiProxy\\":{\\"enabled\\":true,\\"maxRuns\\":\${GITHUB_RUN_NUMBER},\\"x\\":\${{ vars.X }}}}"`;
    expect(runsOf(`${config(filled)}\ncp "\${RUNNER_TEMP}/awf.json" /y\n${withConfig}`)).toMatchObject([
      enabled,
    ]);
    const patched = `if [ "$GITHUB_ACTOR" = x ]; then jq . x > "\${RUNNER_TEMP}/awf.json"; fi`;
    const passing = withConfig.replace("--config", "--env-all --config");
    const [run] = runsOf(`${config(filled)}\n${patched}\n${passing}`);
    expect(run?.ways).toMatchObject([{ apiProxy: { on: false, unknown: { what: "`jq`" } } }, enabled]);
  });

  test("is off without either, unless AWF is v0.27.32 or later", () => {
    const off = `${config(`'{"apiProxy":{"enabled":false}}'`)}\n${withConfig}`;
    expect(runsOf(off)).toMatchObject([{ apiProxy: { on: false } }]);
    expect(runsOf(off, { GH_AW_INFO_AWF_VERSION: "v0.27.31" })).toMatchObject([{ apiProxy: { on: false } }]);
    expect(runsOf(off, { GH_AW_INFO_AWF_VERSION: "v0.27.32" })).toMatchObject([
      { apiProxy: { on: true, because: "version" } },
    ]);
    expect(runsOf("awf --log-level info -- codex exec x")).toMatchObject([{ apiProxy: { on: false } }]);
  });
});
