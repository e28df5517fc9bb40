import { applyEdits, diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { allOutcomes, outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a matrix", () => {
  const versions = (...list: readonly string[]): string =>
    `strategy: { matrix: { codex: [${list.map((version) => `"${version}"`).join(", ")}] } }`;
  const ofMatrix = "- run: npm install -g @openai/codex@${{ matrix.codex }}";

  test("fails if one of its combinations does", () => {
    expect(outcomes(job([versions("0.118.0", "0.121.0")], ofMatrix, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([versions("0.121.0", "0.110.0")], ofMatrix, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([versions("0.110.0", "0.111.0")], ofMatrix, start))).toEqual([]);
  });

  test("is fixed for all combinations", () => {
    const text = job(
      ["strategy: { matrix: { url: ['http://172.30.0.30:10000', 'https://api.openai.com/v1'] } }"],
      install,
      writes(provider("${{ matrix.url }}")),
      start,
    );
    const [finding, ...others] = diagnose(text, { outcomes: allOutcomes });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ outcome: "direct" });
    expect(outcomes(applyEdits(text, finding!.fix!))).toEqual([]);
  });

  test("gets no flags where its command starts another agent in other combinations", () => {
    for (const command of ["[claude -p, codex exec]", "[codex exec, claude -p]"]) {
      const awf = "sudo -E awf --enable-api-proxy --env-all -- ${{ matrix.command }} hi";
      const text = job([`strategy: { matrix: { command: ${command} } }`], install, `- run: |\n    ${awf}`);
      const [finding, ...others] = diagnose(text, { outcomes: allOutcomes });
      expect(others).toEqual([]);
      const fixed = applyEdits(text, finding!.fix!);
      expect(fixed).toContain(`${awf}\n`);
      expect(outcomes(fixed)).toEqual([]);
    }
  });

  test("reports a fault of all combinations once", () => {
    expect(outcomes(job([versions("0.121.0", "0.125.0")], ofMatrix, start))).toEqual(["direct noProvider"]);
  });
});

test("a matrix that another job's output lists has a combination for each item", () => {
  const versions = (list: string): readonly string[] => {
    const text = job(
      ["needs: list", "strategy:", "  matrix:", "    codex: ${{ fromJSON(needs.list.outputs.versions) }}"],
      "- run: npm install -g @openai/codex@${{ matrix.codex }}",
      start,
    );
    const other = [
      "  list:",
      "    runs-on: ubuntu-latest",
      "    outputs:",
      "      versions: ${{ steps.list.outputs.versions }}",
      "    steps:",
      "      - id: list",
      `        run: echo 'versions=${list}' >> "$GITHUB_OUTPUT"`,
    ];
    return outcomes(text.replace("jobs:\n", `jobs:\n${other.join("\n")}\n`));
  };
  expect(versions('["0.110.0","0.121.0"]')).toEqual(["direct noProvider"]);
  expect(versions('["0.110.0","0.115.0"]')).toEqual([]);
  expect(versions("'\"$(curl -s https://example.com/versions)\"'")).toEqual([
    "undetermined undeterminedVersion",
  ]);
});
