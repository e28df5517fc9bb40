import { describe, expect, test } from "vitest";
import { executeCodex, installCodex } from "../../support/steps.js";
import { workflow } from "../../support/workflow.js";
import { at, first, header } from "./first-run.js";

describe("the options of Codex's command line", () => {
  test("are shown with their locations if they configure Codex", () => {
    const codex = `codex exec -c web_search="disabled" --skip-git-repo-check --enable js "$INSTRUCTION"`;
    const text = workflow({ header, jobs: { agent: [installCodex(), executeCodex({ codex })] } });
    const { options } = first(text);
    expect(options.map(({ text: option, counts }) => [option, counts])).toEqual([
      ["-c web_search=disabled", true],
      ["--enable js", true],
    ]);
    expect(at(text, options[0]?.span)).toBe('-c web_search="disabled"');
  });

  test.each([
    ["0.121.0", [false, true]],
    ["0.166.0", [true, true]],
  ])("before and after `exec` count with Codex %s: %j", (version, counts) => {
    const codex = `codex -c model=a exec -c model_reasoning_effort=low "$INSTRUCTION"`;
    const text = workflow({ header, jobs: { agent: [installCodex(version), executeCodex({ codex })] } });
    expect(first(text).options.map((option) => option.counts)).toEqual(counts);
  });
});
