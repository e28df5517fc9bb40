import { diagnose, findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { workflow } from "../../support/workflow.js";
import { runsOf } from "./runs-of.js";

const start = "awf --enable-api-proxy -- codex exec x";

describe("Codex's version", () => {
  test("is the last one that the job installs before the run", () => {
    const install = (version: string): string => `npm install --ignore-scripts -g @openai/codex${version}`;
    expect(
      runsOf([install("@0.118.0"), `${install("@0.121.0")}\n${start}`, install("@0.1.0")]),
    ).toMatchObject([{ codexVersion: "0.121.0" }]);
    expect(runsOf([install("@latest"), start])).toMatchObject([{ codexVersion: "latest" }]);
    expect(runsOf([install(""), start])).toMatchObject([{ codexVersion: "" }]);
    expect(runsOf(["npm install x", start])).toMatchObject([{ codexVersion: undefined }]);
    const inside = `awf --enable-api-proxy -- bash -c '${install("@0.122.0")}; true; codex exec x'`;
    expect(runsOf([install("@0.121.0"), inside, start])).toMatchObject([
      { codexVersion: "0.122.0" },
      { codexVersion: "0.122.0" },
    ]);
    expect(runsOf([install('@"$V"'), start], { V: "0.125.0" })).toMatchObject([{ codexVersion: "0.125.0" }]);
    for (const word of ["@", '@"$V"', "@${V:+1}"])
      expect(runsOf([install(word), start], { V: "" })).toMatchObject([{ codexVersion: "" }]);
    const asked = ["echo V=0.125.0 >> $GITHUB_ENV", install("@$V"), start];
    expect(runsOf(asked)).toMatchObject([{ codexVersion: "0.125.0" }]);
  });

  test("is the one that is installed only if Codex is missing", () => {
    const install = "command -v codex || npm install -g @openai/codex@0.118.0";
    expect(runsOf([install, start])).toMatchObject([{ codexVersion: "0.118.0" }]);
  });

  test("comes from another job if the job installs none, and is unknown if no job does", () => {
    const other = [{ name: "Install", run: "npm i -g @openai/codex@0.130.0" }];
    const text = workflow({ jobs: { agent: [{ name: "Run", run: start }], other } });
    expect(findCodexRuns(parseWorkflow(text))).toMatchObject([{ codexVersion: "0.130.0" }]);
    expect(runsOf(start)).toMatchObject([{ codexVersion: undefined }]);
  });

  test("does not come from a string or a comment", () => {
    expect(runsOf([`# npm install -g @openai/codex@0.1.0\necho "@openai/codex@0.2.0"`, start])).toMatchObject(
      [{ codexVersion: undefined }],
    );
  });
});

describe("AWF's version", () => {
  test("comes from the job's install, then gh-aw's variable, then the image tag", () => {
    const install = `bash "\${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.2 --rootless`;
    const tagged = "awf --enable-api-proxy --image-tag 0.25.1,squid=sha256:abc -- codex exec x";
    const named = { GH_AW_INFO_AWF_VERSION: "v0.26.0" };
    expect(runsOf([install, tagged], named)).toMatchObject([{ awfVersion: "v0.27.2" }]);
    expect(runsOf(tagged, named)).toMatchObject([{ awfVersion: "v0.26.0" }]);
    expect(runsOf(tagged)).toMatchObject([{ awfVersion: "0.25.1" }]);
    expect(runsOf(start)).toMatchObject([{ awfVersion: undefined }]);
  });

  test.each([
    ["bash /x/install_awf_binary.sh 0.27.2", "0.27.2"],
    ["V=v0.1.0 bash /x/install_awf_binary.sh v0.27.2", "v0.27.2"],
    ["timeout 9 bash /x/install_awf_binary.sh --rootless v0.27.2 v0.1.0", "v0.27.2"],
    ["bash /x/install_awf_binary.sh", undefined],
    ["bash /x/install_awf_binary.sh --rootless preview1", undefined],
    ["bash /x/install_other.sh v0.27.2 # install_awf_binary", undefined],
    ["bash /x/install_awf_binary.sh\nbash /x/install_awf_binary.sh v0.27.2", "v0.27.2"],
  ])("is read from the call of the install script: %s", (install, awfVersion) => {
    expect(runsOf([install, start])).toMatchObject([{ awfVersion }]);
    expect(runsOf([start, install])).toMatchObject([{ awfVersion }]);
  });
});

describe("AWF's setup action", () => {
  const runsWith = (action: string, options: string): unknown => {
    const text = `on: workflow_dispatch
env: { V: v0.27.32 }
jobs:
  agent:
    runs-on: ubuntu-latest
    steps:
      - run: npm install -g @openai/codex@0.121.0
      - ${action}
      - run: sudo -E awf ${options} -- codex exec hi
`;
    return diagnose(text, { outcomes: ["direct", "undetermined"] }).map(({ kind }) => kind);
  };
  const action = "uses: github/gh-aw-firewall@main";

  test("writes no configuration", () => {
    expect(runsWith(action, "--enable-api-proxy")).toEqual(["noProvider"]);
    expect(runsWith("uses: githubnext/gh-aw-firewall@v0.1.0", "--enable-api-proxy")).toEqual(["noProvider"]);
  });

  test.each([
    ["{ version: v0.27.32 }", "noProvider"],
    ["{ version: '${{ env.V }}' }", "noProvider"],
    ["{ version: v0.25.0 }", undefined],
    ["{ version: latest }", "undeterminedProxy"],
    ["{ version: '${{ vars.V }}' }", "undeterminedProxy"],
    ["{ pull-images: 'true' }", "undeterminedProxy"],
  ])("installs the version of its inputs %s", (inputs, kind) => {
    expect(runsWith(`${action}\n        with: ${inputs}`, "--env-all")).toEqual(kind ? [kind] : []);
  });
});

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
