import { findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { providerFlags } from "../../support/toml.js";
import { outcomesWithHome, withoutProvider } from "../../support/prepared-home.js";
import { workflow } from "../../support/workflow.js";
import { runsOf } from "./runs-of.js";

describe("Codex's version", () => {
  const command = "awf --enable-api-proxy -- codex exec x";

  test("is the last one that the job installs before the run", () => {
    const install = (version: string): string => `npm install --ignore-scripts -g @openai/codex${version}`;
    expect(
      runsOf([install("@0.118.0"), `${install("@0.121.0")}\n${command}`, install("@0.1.0")]),
    ).toMatchObject([{ codexVersion: "0.121.0" }]);
    expect(runsOf([install("@latest"), command])).toMatchObject([{ codexVersion: "latest" }]);
    expect(runsOf([install(""), command])).toMatchObject([{ codexVersion: "" }]);
    expect(runsOf(["npm install x", command])).toMatchObject([{ codexVersion: undefined }]);
    const inside = `awf --enable-api-proxy -- bash -c '${install("@0.122.0")}; true; codex exec x'`;
    expect(runsOf([install("@0.121.0"), inside, command])).toMatchObject([
      { codexVersion: "0.122.0" },
      { codexVersion: "0.122.0" },
    ]);
    expect(runsOf([install('@"$V"'), command], { V: "0.125.0" })).toMatchObject([
      { codexVersion: "0.125.0" },
    ]);
    for (const word of ["@", '@"$V"', "@${V:+1}"])
      expect(runsOf([install(word), command], { V: "" })).toMatchObject([{ codexVersion: "" }]);
    const asked = ["echo V=0.125.0 >> $GITHUB_ENV", install("@$V"), command];
    expect(runsOf(asked)).toMatchObject([{ codexVersion: "0.125.0" }]);
  });

  test("is the one that is installed only if Codex is missing", () => {
    const install = "command -v codex || npm install -g @openai/codex@0.118.0";
    expect(runsOf([install, command])).toMatchObject([{ codexVersion: "0.118.0" }]);
  });

  test("comes from another job if the job installs none, and is unknown if no job does", () => {
    const other = [{ name: "Install", run: "npm i -g @openai/codex@0.130.0" }];
    const text = workflow({ jobs: { agent: [{ name: "Run", run: command }], other } });
    expect(findCodexRuns(parseWorkflow(text))).toMatchObject([{ codexVersion: "0.130.0" }]);
    expect(runsOf(command)).toMatchObject([{ codexVersion: undefined }]);
  });

  test("does not come from a string or a comment", () => {
    expect(
      runsOf([`# npm install -g @openai/codex@0.1.0\necho "@openai/codex@0.2.0"`, command]),
    ).toMatchObject([{ codexVersion: undefined }]);
  });
});

test("a release downloaded from GitHub has the version in its address", () => {
  const download = (path: string): string =>
    `- run: |\n    curl -fsSL https://github.com/openai/codex/releases/${path}/codex.tar.gz | tar xz\n    sudo mv codex /usr/local/bin`;
  expect(outcomes(job([], download("download/rust-v0.110.0"), start))).toEqual([]);
  expect(outcomes(job([], download("download/rust-v0.121.0"), start))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], download("latest/download"), start))).toEqual(["direct noProvider"]);
});

describe("a release of Codex", () => {
  const withInstall = (run: string): readonly string[] =>
    outcomesWithHome(`- run: ${run}`, withoutProvider, start);

  test.each([
    "npm install -g https://registry.npmjs.org/@openai/codex/-/codex-0.110.0.tgz",
    "npm i -g ./openai-codex-0.110.0.tgz",
    "cargo install --git https://github.com/openai/codex --tag rust-v0.110.0 codex-cli",
    "gh release download rust-v0.110.0 --repo openai/codex -p 'codex-x86_64*' -O codex.tgz",
  ])("is that of the archive or tag: %s", (run) => {
    expect(withInstall(run)).toEqual([]);
    expect(withInstall(run.replace("0.110.0", "0.121.0"))).toEqual(["direct noProvider"]);
  });

  test.each([
    "npm i -g github:openai/codex#rust-v0.110.0",
    "cargo install --git https://github.com/openai/codex --rev 1234567 codex-cli",
    'docker cp "$ID":/usr/bin/codex /usr/local/bin/codex',
    "cp tools/codex /usr/local/bin/codex",
  ])("is not known: %s", (run) => {
    expect(
      outcomesWithHome(
        "- uses: actions/checkout@v4",
        `- run: ${run.replace('"$ID"', "x")}`,
        withoutProvider,
        start,
      ),
    ).toEqual(["undetermined undeterminedVersion"]);
  });

  test("is that of npm, whatever else is unpacked next to it", () => {
    const other = "- run: curl -L https://example.com/yq.tar.gz | sudo tar xz -C /usr/local/bin";
    expect(outcomesWithHome(other, install, withoutProvider, start)).toEqual(["direct noProvider"]);
  });

  test("is not known if the checkout may have a program of that name", () => {
    const inside = (path: string): string =>
      start.replace("codex exec hi", `bash -c 'PATH=${path}:$PATH; codex exec hi'`);
    const checkout = "- uses: actions/checkout@v4";
    expect(outcomesWithHome(checkout, install, withoutProvider, inside("$GITHUB_WORKSPACE/bin"))).toEqual([
      "undetermined undeterminedVersion",
    ]);
    for (const path of ["$HOME/.local/bin", "$GITHUB_WORKSPACE/node_modules/.bin"])
      expect(outcomesWithHome(checkout, install, withoutProvider, inside(path))).toEqual([
        "direct noProvider",
      ]);
  });

  test("is what `codex --version` prints", () => {
    const guarded = (version: string): string =>
      start.replace(
        "codex exec hi",
        `bash -c 'if codex --version | grep -q ${version}; then codex exec ${providerFlags} hi; else codex exec hi; fi'`,
      );
    expect(outcomesWithHome(install, withoutProvider, guarded("0.121"))).toEqual([]);
    expect(outcomesWithHome(install, withoutProvider, guarded("0.110"))).toEqual(["direct noProvider"]);
  });
});
