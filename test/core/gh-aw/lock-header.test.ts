import { lockHeader, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

const metadata = JSON.stringify({
  schema_version: "v4",
  compiler_version: "v0.83.4",
  agent_id: "codex",
  detection_agent_id: "claude",
  agent_model: "gpt-5",
  engine_versions: { codex: "0.147.0" },
});

function header(text: string) {
  return lockHeader(parseWorkflow(text));
}

describe("the metadata comment", () => {
  const expected = {
    compilerVersion: "v0.83.4",
    agentId: "codex",
    detectionAgentId: "claude",
    agentModel: "gpt-5",
    engineVersions: { codex: "0.147.0" },
  };

  test.each([
    ["on line 1", `# gh-aw-metadata: ${metadata}\nname: x\n`],
    [
      "as the last of several comments",
      `#\n# This file was generated.\n#\n\n# gh-aw-metadata: ${metadata}\n\nname: x\n`,
    ],
    ["after a byte order mark", `\uFEFF# gh-aw-metadata: ${metadata}\nname: x\n`],
    ["with CRLF line endings", `#\r\n# gh-aw-metadata: ${metadata}\r\nname: x\r\n`],
    ["at the end of the file", `# gh-aw-metadata: ${metadata}`],
  ])("is read %s", (_, text) => {
    expect(header(text)).toEqual(expected);
  });

  test("is not read below the first line of YAML", () => {
    expect(header(`name: x\n# gh-aw-metadata: ${metadata}\n`)).toBeUndefined();
  });

  test("may have only some fields", () => {
    expect(header(`# gh-aw-metadata: {"agent_id":"codex"}\n`)).toEqual({
      compilerVersion: undefined,
      agentId: "codex",
      detectionAgentId: undefined,
      agentModel: undefined,
      engineVersions: undefined,
    });
  });

  test("has only fields that are strings", () => {
    expect(
      header(`# gh-aw-metadata: {"agent_id":5,"engine_versions":{"codex":1,"claude":"2"}}\n`),
    ).toMatchObject({
      agentId: undefined,
      engineVersions: { claude: "2" },
    });
    expect(header(`# gh-aw-metadata: {"engine_versions":["0.1"]}\n`)?.engineVersions).toBeUndefined();
  });

  test.each(["{", "", "[]", "null", '"codex"', "{'agent_id': 'codex'}"])(
    "is absent if it is `%s`",
    (json) => {
      expect(header(`# gh-aw-metadata: ${json}\nname: x\n`)).toBeUndefined();
    },
  );
});
