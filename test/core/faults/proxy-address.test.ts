import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { command, executeCodex } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";
import { key, kinds, openai, options, passing } from "./passing-step.js";

describe("another vendor's port", () => {
  test("is reported with the proxy's error, and fixed", () => {
    const text = passing(key, { toml: providerBlock.replace("10000", "10001") });
    const [finding] = diagnose(text, options);
    expect(finding?.data).toMatchObject({
      why: "uses Anthropic's port, 10001",
      codexError: "403 Forbidden: Credentials for Anthropic (port 10001) are not configured",
    });
    expect(applyEdits(text, finding?.fix ?? [])).toBe(passing(key, { toml: providerBlock }));
  });
});

describe("the proxy's host name `api-proxy`", () => {
  const toml = providerBlock.replace("172.30.0.30", "api-proxy");

  test.each([
    ["v0.25.54", ["unusableBaseUrl"]],
    ["v0.25.55", []],
    ["v0.28.31", []],
  ])("is resolved from AWF v0.25.55 on: %s", (awf, expected) => {
    expect(kinds(passing(key, { toml, awf }))).toEqual(expected);
  });

  test("is reported with a port that the proxy does not have", () => {
    expect(kinds(passing(key, { toml: toml.replace("10000", "9") }))).toEqual(["unusableBaseUrl"]);
  });
});

describe("the proxy's address while the proxy is off", () => {
  const off = (env: Readonly<Record<string, string>>, awf: string, codex = "0.98.0") =>
    workflow({
      jobs: {
        agent: [
          { name: "Install", run: `npm install -g @openai/codex@${codex}` },
          { name: "AWF", run: `bash "\${RUNNER_TEMP}/gh-aw/actions/install_awf_binary.sh" ${awf}` },
          executeCodex({ proxy: "none", codex: command.plain, env }),
        ],
      },
    });

  test("is reported because nothing answers there", () => {
    const text = off({ OPENAI_BASE_URL: openai }, "v0.16.0");
    const [finding, ...others] = diagnose(text, options);
    expect(finding).toMatchObject({ outcome: "wrongAddress", kind: "proxyOff", fix: undefined });
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe("OPENAI_BASE_URL");
    expect(finding?.data.codexError).toContain(`error sending request for url (${openai}/responses)`);
    expect(others).toEqual([]);
    const compiled = lockFile({ compiler: "v0.70.0", detection: false, execute: { proxy: "none" } });
    expect(kinds(compiled)).toEqual(["proxyOff"]);
  });

  test.each([
    ["a Codex that does not read the variable", off({ OPENAI_BASE_URL: openai }, "v0.16.0", "0.121.0")],
    ["an AWF that always starts its proxy", off({ OPENAI_BASE_URL: openai }, "v0.27.32")],
    ["an AWF of an unknown version", off({ OPENAI_BASE_URL: openai }, "latest")],
    ["another address", off({ OPENAI_BASE_URL: "https://gateway.example.com/v1" }, "v0.16.0")],
    [
      "unknown options",
      off({ OPENAI_BASE_URL: openai }, "v0.16.0").replace("--env-all", "${{ vars.OPTIONS }} --env-all"),
    ],
    [
      "an unknown configuration",
      off({ OPENAI_BASE_URL: openai }, "v0.16.0").replace("--env-all", "--config x.json --env-all"),
    ],
  ])("is not reported for: %s", (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});
