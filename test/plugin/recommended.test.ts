import { describe, expect, test } from "vitest";
import { fix, lint, places } from "../support/lint.js";
import { lockFile } from "../support/lock-file.js";
import { misplacedProvider, providerBlock, shellPolicy } from "../support/toml.js";
import { byteOrderMark, positionOf, withCrlf } from "../support/workflow.js";

const policy = `cat > "/tmp/gh-aw/mcp-config/config.toml"`;
const detection = "<< GH_AW_CODEX_DETECTION_CONFIG";
const broken = lockFile({ compiler: "v0.69.0", detection: false });
const fixed = lockFile({ compiler: "v0.69.0", detection: false, toml: `${providerBlock}\n${shellPolicy}` });

function at(text: string, part: string, after?: string): string {
  const { line, column } = positionOf(text, part, after);
  return `${line}:${column}`;
}

describe("the recommended configuration", () => {
  test("reports a missing provider on the here-document's opening line", async () => {
    expect(places(await lint(broken))).toEqual([`${at(broken, policy)} noProvider`]);
  });

  test("fixes it by inserting the provider block at the top of the here-document", async () => {
    expect(await fix(broken)).toBe(fixed);
  });

  test("has no findings in a fixed file", async () => {
    expect(places(await lint(await fix(broken)))).toEqual([]);
  });

  test("reports a key below a table header at the key, and moves it", async () => {
    const text = lockFile({ compiler: "v0.82.14", detectionToml: misplacedProvider });
    expect(places(await lint(text))).toEqual([`${at(text, "model_provider", detection)} misplacedSelection`]);
    expect(places(await lint(await fix(text)))).toEqual([]);
  });

  test("has no findings in a correct lock file", async () => {
    expect(places(await lint(lockFile({ compiler: "v0.83.4" })))).toEqual([]);
  });

  test("names the job, the version of Codex, the problem, and the remedy", async () => {
    const [message] = (await lint(broken)).messages;
    expect(message!.message).toMatch(
      /^Codex \(0\.121\.0\) in job `agent` selects no model provider, so it bypasses AWF's API proxy and gets 401 Unauthorized\. \S.* gh-aw v\d+\.\d+\.\d+ or later\b.*\.$/,
    );
  });

  test("applies only to lock files", async () => {
    const result = await lint(broken, { filePath: ".github/workflows/test.yml" });
    expect(places(result).join()).not.toContain("noProvider");
  });
});

describe.each([
  ["CRLF", withCrlf(broken), withCrlf(fixed)],
  ["a BOM", byteOrderMark + broken, byteOrderMark + fixed],
  ["CRLF and a BOM", byteOrderMark + withCrlf(broken), byteOrderMark + withCrlf(fixed)],
])("a file with %s", (_, text, expected) => {
  test("has the same locations as in an editor", async () => {
    expect(places(await lint(text))).toEqual([`${at(broken, policy)} noProvider`]);
  });

  test("keeps them when it is fixed", async () => {
    expect(await fix(text)).toBe(expected);
  });
});
