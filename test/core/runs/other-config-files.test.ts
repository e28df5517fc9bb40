import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("another file that Codex reads", () => {
  const good = provider("http://172.30.0.30:10000");
  const at = (folder: string): string => writes(good).replaceAll("~/.codex", folder);
  const undetermined = ["undetermined undeterminedValue"];

  test("is the system's", () => {
    expect(outcomes(job([], install, at("/etc/codex"), start))).toEqual(undetermined);
    expect(outcomes(job([], install, at("/etc/codex"), writes(good), start))).toEqual([]);
  });

  test("is that of a profile, since it is a file of its own", () => {
    const file = at("~/.codex").replaceAll("/config.toml", "/ci.config.toml");
    const profile = start.replace("exec", "exec --profile ci");
    expect(outcomes(job([], install.replace("121", "140"), file, profile))).toEqual(undetermined);
    expect(outcomes(job([], install.replace("121", "140"), file, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([], install, file, profile))).toEqual(["refused undefinedProfile"]);
  });

  test("is as good as a part of config.toml if it is a profile that sets other root keys", () => {
    const run = [install.replace("121", "140"), start.replace("exec", "exec -p ci")];
    const ofProfile = (toml: string): string => writes(toml).replaceAll("/config.toml", "/ci.config.toml");
    const [selecting = "", ...tables] = good.split("\n");
    const table = writes(`${tables.join("\n")}\n`);
    const outcomesOf = (...steps: readonly string[]) => outcomes(job([], ...steps, ...run));
    expect(outcomesOf(table, ofProfile(`${selecting}\n`))).toEqual([]);
    expect(outcomesOf(table, ofProfile('model = "m"\n'))).toEqual(["direct notSelected"]);
    expect(outcomesOf(writes(good), ofProfile('model_provider = "openai"\n'))).toEqual(undetermined);
    expect(outcomesOf(table, ofProfile(`[history]\n${selecting}\n`))).toEqual(undetermined);
    expect(outcomesOf(table, ofProfile('profile = "x"\n'))).toEqual(undetermined);
  });

  test("is that of a project which is trusted", () => {
    const trust = writes('[projects."/home/runner/work/a/a"]\ntrust_level = "trusted"\n');
    const here = start.replace("--env-all", '--env-all --container-workdir "$GITHUB_WORKSPACE"');
    const checkout = "- uses: actions/checkout@v4";
    expect(outcomes(job([], install, trust, at(".codex"), here))).toEqual(undetermined);
    expect(outcomes(job([], install, trust, checkout, here))).toEqual(undetermined);
    expect(outcomes(job([], install.replace("121", "129"), trust, checkout, here))).toEqual([
      "direct noProvider",
    ]);
    expect(outcomes(job([], install, trust, here))).toEqual(["direct noProvider"]);
    expect(outcomes(job([], install, writes('model = "m"'), checkout, here))).toEqual(["direct noProvider"]);
  });
});
