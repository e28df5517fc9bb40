import { applyEdits } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { start, stepWith, write } from "../fix/config-step.js";
import { history, providerBlock } from "../../support/toml.js";
import { first, kinds } from "./found.js";

describe("a run without AWF's API proxy", () => {
  test("has no findings", () => {
    const install = 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\n';
    expect(kinds(stepWith(install + write("[")).replace("--enable-api-proxy", ""))).toEqual([]);
    expect(kinds(stepWith(install).replace("--enable-api-proxy", ""))).toEqual([]);
  });

  test("is undetermined if AWF's version is unknown", () => {
    const withOptions = (options: string): string => stepWith("").replace("--enable-api-proxy", options);
    expect(kinds(withOptions(""))).toEqual(["undeterminedProxy"]);
    expect(kinds(withOptions("--image-tag 0.27.31"))).toEqual(["undeterminedProxy"]);
    expect(kinds(withOptions("--config awf.json"))).toEqual(["undeterminedProxy"]);
    const config = `echo '{}' > awf.json\n[ -z "$GITHUB_ACTOR" ] || jq . x > awf.json\n`;
    expect(kinds(stepWith(config).replace("--enable-api-proxy", "--config awf.json"))).toEqual([
      "undeterminedProxy",
    ]);
    expect(kinds(stepWith(write(providerBlock)).replace("--enable-api-proxy", ""))).toEqual([]);
  });

  test("keeps its configuration if another run gets a fix", () => {
    const withoutProxy = "awf -- codex exec y";
    const install = 'bash "${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\n';
    for (const toml of [history, "", "["]) {
      const text = stepWith(`${install}${write(toml)}${withoutProxy}\n`);
      const fixed = applyEdits(text, first(text)?.fix ?? []);
      expect(fixed).toContain(write(toml).split("\n")[1]);
      expect(fixed).toContain(`${withoutProxy}\n`);
    }
    const detection = start.replace("codex exec", "threat-detect --engine codex");
    const both = (toml: string): string =>
      stepWith(`${install}${write(toml)}${withoutProxy}\n`).replace(start, detection);
    expect(first(both(history))).toMatchObject({ kind: "noProvider", fix: undefined });
    const broken = both(providerBlock.replace("= false", '= "false"'));
    expect(first(broken)?.fix).toHaveLength(1);
  });
});
