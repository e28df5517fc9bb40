import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("an output of another job", () => {
  const outputs = (...writes: readonly string[]): string =>
    [
      "prepare:",
      "  runs-on: ubuntu-latest",
      "  outputs: { version: '${{ steps.v.outputs.version }}' }",
      "  steps:",
    ]
      .concat(writes.map((write) => `    - id: v\n        run: ${write}`))
      .map((line) => `  ${line}\n`)
      .join("");
  const agent = (needs: string): string =>
    job([needs], "- run: npm i -g @openai/codex@${{ needs.prepare.outputs.version }}", start);
  const name = (version: string): string => `echo "version=${version}" >> "$GITHUB_OUTPUT"`;

  test("is known if its steps show it", () => {
    expect(outcomes(agent("needs: prepare") + outputs(name("0.110.0")))).toEqual([]);
    expect(outcomes(agent("needs: [prepare]") + outputs(name("0.121.0")))).toEqual(["direct noProvider"]);
  });

  test.each([
    ["needs: prepare\nif: always()", ""],
    ["needs: prepare\nif: '!cancelled()'", ""],
    ["needs: prepare", "continue-on-error: true"],
  ])("may be the one that a failed step has left: %s, %s", (needs, keys) => {
    const text = (...commands: readonly string[]): string => {
      const prepare = outputs(commands.join("; ")).replace(
        "  outputs:",
        keys === "" ? "  outputs:" : `  ${keys}\n    outputs:`,
      );
      return agent(needs.replace("\n", "\n    ")) + prepare;
    };
    const undetermined = ["undetermined undeterminedVersion"];
    expect(outcomes(text(name("0.121.0"), "test -e /none", name("0.110.0")))).toEqual(undetermined);
    expect(outcomes(text(name("0.121.0"), "exit 1"))).toEqual(["direct noProvider"]);
    expect(outcomes(text(name("0.121.0"), "test -e /none"))).toEqual(["direct noProvider"]);
  });

  test("is empty if the job was skipped, and not known if it may have been", () => {
    const prepare = (key: string): string =>
      outputs(name("0.121.0")).replace("  outputs:", `  ${key}\n    outputs:`);
    const after = (condition: string, key: string): readonly string[] =>
      outcomes(agent(`needs: prepare\n    if: ${condition}`) + prepare(key));
    const undetermined = ["undetermined undeterminedVersion"];
    expect(after("always()", "if: github.actor == 'x'")).toEqual(undetermined);
    const other = "  other:\n    runs-on: ubuntu-latest\n    steps: [{ run: test -e /none }]\n";
    const always = agent("needs: prepare\n    if: always()");
    expect(outcomes(always + prepare("needs: other") + other)).toEqual(undetermined);
    expect(outcomes(always + prepare("needs: other\n    if: always()") + other)).toEqual([
      "direct noProvider",
    ]);
    expect(after("always()", "if: always()")).toEqual(["direct noProvider"]);
    expect(after("vars.X == 'x'", "if: github.actor == 'x'")).toEqual(["direct noProvider"]);
    const url = writes(provider("http://172.30.0.30:10000${{ needs.prepare.outputs.version }}"));
    const text = job(["needs: prepare", "if: always()"], install, url, start);
    expect(outcomes(text + prepare("if: false"))).toEqual([]);
    expect(outcomes(text + prepare("if: true"))).toEqual(["wrongAddress unusableBaseUrl"]);
  });

  test("is not known if they do not, or if the job is not needed", () => {
    const undetermined = ["undetermined undeterminedVersion"];
    expect(outcomes(agent("needs: prepare") + outputs(name("$(curl https://example.com/version)")))).toEqual(
      undetermined,
    );
    expect(outcomes(agent("needs: other") + outputs(name("0.110.0")))).toEqual(undetermined);
    const either = `if [ "$GITHUB_REF" = x ]; then ${name("0.110.0")}; else ${name("0.111.0")}; fi`;
    expect(outcomes(agent("needs: prepare") + outputs(either))).toEqual(undetermined);
    const matrix = outputs(name("0.110.0")).replace(
      "  steps:",
      "  strategy: { matrix: { a: [1, 2] } }\n    steps:",
    );
    expect(outcomes(agent("needs: prepare") + matrix)).toEqual(undetermined);
    expect(outcomes(agent("needs: prepare"))).toEqual(undetermined);
  });

  test("is empty if the job does not declare it", () => {
    const url = writes(provider("${{ needs.prepare.outputs.adress }}"));
    const text = job(["needs: prepare"], install, url, start);
    expect(outcomes(text + outputs(name("0.110.0")))).toEqual(["wrongAddress unusableBaseUrl"]);
    expect(outcomes(`${text}  prepare:\n    uses: ./.github/workflows/prepare.yml\n`)).toEqual([]);
  });

  test("is not computed in circles", () => {
    const circle = outputs(name("${{ needs.agent.outputs.x }}")).replace(
      "  steps:",
      "  needs: agent\n    steps:",
    );
    expect(outcomes(agent("needs: prepare") + circle)).toEqual(["direct noProvider"]);
  });
});
