import { describe, expect, test } from "vitest";
import { install, job, script, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a folder whose name is not known", () => {
  const good = provider("http://172.30.0.30:10000");
  const wrote = (folder: string, config: string): string => writes(config).replaceAll("~/.codex", folder);
  const named = ["env:", "  CODEX_HOME: /tmp/codex-${{ github.run_id }}"];

  test("is the same by each of its names", () => {
    for (const folder of ["$CODEX_HOME", "/tmp/codex-${GITHUB_RUN_ID}"]) {
      expect(outcomes(job(named, install, wrote(folder, good), start))).toEqual([]);
      expect(outcomes(job(named, install, wrote(folder, 'model = "m"'), start))).toEqual([
        "direct noProvider",
      ]);
    }
  });

  test("is made by `mkdir` outside of quotes, too", () => {
    const makes = (value: string): string =>
      job(named, install, wrote(`/tmp/codex-${value}`, 'model = "m"').replaceAll('"/tmp', "/tmp"), start);
    expect(outcomes(makes("${{ github.run_id }}"))).toEqual(["direct noProvider"]);
  });

  test("is the same beside the workspace", () => {
    const home = ["env:", "  CODEX_HOME: ${{ github.workspace }}/../codex"];
    for (const folder of ["../codex", '"$GITHUB_WORKSPACE/../codex"']) {
      const text = job(home, install, "- run: mkdir ../codex", wrote(folder, good), start);
      expect(outcomes(text)).toEqual([]);
    }
    expect(outcomes(job(home, install, wrote("../codex", 'model = "m"'), start))).toEqual([
      "direct noProvider",
    ]);
    expect(outcomes(job(home, install, wrote("codex", good), start))).toEqual(["refused missingHome"]);
  });

  test("may be several words outside of quotes", () => {
    const home = ["env:", "  CODEX_HOME: /tmp/${{ vars.NAME }}"];
    const makes = "- run: mkdir -p /tmp/${{ vars.NAME }}";
    expect(outcomes(job(home, install, makes, start))).toEqual(["undetermined undeterminedValue"]);
  });

  test("may be another one's", () => {
    expect(outcomes(job(named, install, wrote("/tmp/codex-$GITHUB_SHA", good), start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });

  describe("that may be empty", () => {
    const home = ["env:", "  CODEX_HOME: ${{ vars.CODEX_HOME }}"];
    const bad = 'model = "m"';
    const judged = (make: string): readonly string[] =>
      outcomes(job(home, install, wrote("$CODEX_HOME", bad).replace("mkdir -p $CODEX_HOME", make), start));

    test.each([
      'mkdir -p "$CODEX_HOME"',
      "mkdir -p $CODEX_HOME",
      'install -d "$CODEX_HOME"',
      '[ -n "$CODEX_HOME" ]',
    ])("is none after `%s`", (make) => {
      expect(judged(make)).toEqual(["direct noProvider"]);
    });

    test.each(["true", 'mkdir -p "$CODEX_HOME" || true', 'mkdir -p "$CODEX_HOME/logs"'])(
      "may still be it after `%s`",
      (make) => {
        expect(judged(make)).toEqual([expect.stringMatching(/^undetermined /)]);
      },
    );

    test("leaves the files of the runner as they are", () => {
      const exports = script('echo "CODEX_HOME=/tmp/codex" >> "$GITHUB_ENV"', 'mkdir -p "${{ vars.OTHER }}"');
      expect(outcomes(job([], install, exports, wrote("/tmp/codex", bad), start))).toEqual([
        "direct noProvider",
      ]);
    });

    test("is the same after a step that may have set any variable", () => {
      const keys = ["env:", "  CODEX_HOME: /tmp/codex"];
      const build = script("npm ci", "npm run build");
      const steps = (...between: readonly string[]): string =>
        job(keys, build, install, wrote('"$CODEX_HOME"', bad), ...between, start);
      expect(outcomes(steps())).toEqual(["direct noProvider"]);
      expect(outcomes(steps("- run: npm test"))).toEqual(["undetermined undeterminedValue"]);
    });
  });
});
