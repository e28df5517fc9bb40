import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { runsOf } from "./runs-of.js";

const start = "awf --enable-api-proxy -- codex exec x";

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
