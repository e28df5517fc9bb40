import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
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

  test("may be several words outside of quotes", () => {
    const home = ["env:", "  CODEX_HOME: /tmp/${{ vars.NAME }}"];
    const makes = "- run: mkdir -p /tmp/${{ vars.NAME }}";
    expect(outcomes(job(home, install, makes, start))).toEqual(["undetermined undeterminedValue"]);
  });

  test("may be another one's", () => {
    expect(outcomes(job(named, install, wrote("/tmp/codex-$GITHUB_SHA", good), start))).toEqual([
      "undetermined undeterminedValue",
    ]);
    const empty = ["env:", "  CODEX_HOME: ${{ vars.CODEX_HOME }}"];
    expect(outcomes(job(empty, install, wrote("$CODEX_HOME", 'model = "m"'), start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });
});
