import { explainRuns, explanationText } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { installCodex, executeCodex, command, hereDocument } from "../../support/steps.js";
import { providerBlock } from "../../support/toml.js";
import { workflow } from "../../support/workflow.js";

test("prints each run with line numbers of the lock file", () => {
  const path = "/tmp/gh-aw/mcp-config/config.toml";
  const run = hereDocument({ path, delimiter: "EOF", toml: providerBlock }) + `fetch-servers >> ${path}`;
  const text = workflow({
    header: { agent_id: "codex" },
    jobs: {
      agent: [installCodex("0.121.0"), { name: "Configure", run }, executeCodex()],
      detection: [executeCodex({ codex: command.threatDetect, proxy: "none" })],
    },
  });
  expect(explanationText(text, explainRuns(text))).toMatchInlineSnapshot(`
    "2 Codex runs in AWF.

    Job agent, step "Execute Codex CLI" (line 29)
      Outcome:   proxied
        Model provider \`openai-proxy\` is selected and has \`base_url = "http://172.30.0.30:10000"\`. Codex sends its requests to AWF's API proxy over HTTP, and the proxy sets the real key.
      Codex:     0.121.0 (line 10)
        Job \`agent\` installs it.
      AWF:       0.25.28 (line 28)
        The tag of its container image (\`--image-tag\`) names it.
      API proxy: on (line 28)
        AWF's command line has \`--enable-api-proxy\`.
      /tmp/gh-aw/mcp-config/config.toml, by line of this file (* written by the command there):
       14 | model_provider = "openai-proxy"
       15 |
       16 | [model_providers.openai-proxy]
       17 | name = "OpenAI AWF proxy"
       18 | base_url = "http://172.30.0.30:10000"
       19 | env_key = "OPENAI_API_KEY"
       20 | supports_websockets = false
       22 * what \`fetch-servers\` writes
      Options on Codex's command line:
        -c web_search=disabled (line 29)
      Not determined by this file:
        What config.toml gets from \`fetch-servers\`.

    Job detection, step "Execute Codex CLI" (line 43)
      Outcome:   undetermined (line 43)
        The file does not determine whether Codex (0.121.0) in job \`detection\` uses AWF's API proxy: that depends on AWF's version (line 42).
      Codex:     0.121.0 (line 10)
        Job \`agent\` installs it.
      AWF:       unknown
        Nothing in this file names its version.
      API proxy: unknown
        AWF's command line has no \`--enable-api-proxy\`, has no \`--config\`, and the file names no version that always starts it.
      /tmp/gh-aw/mcp-config/config.toml: no file
      Not determined by this file:
        The AWF version. A new one is assumed.
        The command line with which \`threat-detect\` starts Codex.
    "
  `);
});

test("says that there are no runs", () => {
  expect(explanationText("", [])).toBe("No Codex runs in AWF.\n");
});

test("uses the singular for one run", () => {
  const text = lockFile({ detection: false });
  expect(explanationText(text, explainRuns(text))).toMatch(/^1 Codex run in AWF\.\n\nJob agent, step /);
});
