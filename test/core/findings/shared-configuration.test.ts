import { applyEdits, diagnose, type DiagnoseOptions } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { providerBlock } from "../../support/toml.js";
import { hereDocument } from "../../support/steps.js";
import { workflow } from "../../support/workflow.js";

const options: DiagnoseOptions = {
  outcomes: ["direct", "websocket", "refused", "missingKey", "wrongAddress"],
};

/** A job that writes one config.toml for two runs of Codex. */
function twoRuns(toml: string, first: string, second: string): string {
  const document = { path: "~/.codex/config.toml", delimiter: "EOF", toml };
  const step = (name: string, run: string) => ({ name, run });
  return workflow({
    jobs: {
      agent: [
        step(
          "Write",
          `bash "\${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" v0.27.31\nmkdir -p ~/.codex\n${hereDocument(document)}true`,
        ),
        step("First", first),
        step("Second", second),
      ],
    },
  });
}

const proxied = "awf --env-all --enable-api-proxy -- codex exec x";

describe("a fix of a file that two runs read", () => {
  test("fixes both runs", () => {
    const text = twoRuns("", proxied, proxied);
    const findings = diagnose(text, options);
    expect(findings).toHaveLength(2);
    const fixed = applyEdits(text, findings[0]!.fix!);
    expect(fixed).toBe(twoRuns(providerBlock, proxied, proxied));
    expect(diagnose(fixed, options)).toEqual([]);
  });

  test("uses the command line instead if the other run has no proxy", () => {
    const withoutProxy = "awf --env-all -- codex exec x";
    const text = twoRuns('[history]\npersistence = "none"\n', proxied, withoutProxy);
    const [finding] = diagnose(text, options);
    const fixed = applyEdits(text, finding!.fix!);
    expect(fixed).toContain(
      `awf --env-all --enable-api-proxy -- codex exec -c model_provider="openai-proxy" -c`,
    );
    expect(fixed).toContain(withoutProxy);
    expect(fixed).not.toContain("[model_providers");
  });

  test("uses the command line instead if the other run needs the file unchanged", () => {
    const block = providerBlock.replace(":10000", ":10002");
    const text = twoRuns(
      block,
      `OPENAI_API_KEY=k COPILOT_GITHUB_TOKEN=t ${proxied} --model copilot/gpt-5`,
      `OPENAI_API_KEY=k ${proxied} --model gpt-5`,
    );
    const findings = diagnose(text, options);
    expect(findings.map(({ kind }) => kind)).toEqual(["wrongPort"]);
    const fixed = applyEdits(text, findings[0]!.fix!);
    expect(fixed).toContain(
      'codex exec -c model_providers.openai-proxy.base_url="http://172.30.0.30:10000" x --model gpt-5',
    );
    expect(fixed).toContain(":10002");
    expect(diagnose(fixed, options)).toEqual([]);
  });

  test("is not offered if it can be made nowhere else", () => {
    const detection = "awf --env-all --enable-api-proxy -- threat-detect --engine codex";
    const text = twoRuns("", detection, "awf --env-all -- codex exec x");
    const [finding] = diagnose(text, options);
    expect(finding).toMatchObject({ kind: "noProvider", fix: undefined, suggestions: [] });
    expect(finding?.data.remedy).toContain("A fix would break another Codex run of this file.");
  });
});
