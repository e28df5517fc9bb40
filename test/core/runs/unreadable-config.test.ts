import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a file that Codex cannot read does not count as missing:", () => {
  const at = "~/.codex/config.toml";

  test.each([
    ["a link to itself", `ln -s -f ${at} ${at}`, "undetermined undeterminedFile"],
    ["links in a circle", `ln -s /tmp/a ${at}; ln -s ${at} /tmp/a`, "undetermined undeterminedFile"],
    ["a folder", `mkdir ${at}`, "undetermined undeterminedFile"],
    ["a link to nothing", `ln -s /tmp/a ${at}`, "direct noProvider"],
  ])("%s", (_, run, expected) => {
    expect(outcomes(job([], install, `- run: mkdir -p ~/.codex; ${run}`, start))).toEqual([expected]);
  });

  test("a path through a file", () => {
    const write = "- run: echo x > /tmp/c; install -m 644 /tmp/c ~/.codex";
    expect(outcomes(job([], install, write, start))).toEqual(["undetermined undeterminedValue"]);
    const [home, write2] = ["env: { CODEX_HOME: /tmp/c/d }", "- run: echo x > /tmp/c"];
    expect(outcomes(job([home], install, write2, start)).join()).not.toContain("direct");
  });

  test("a path that leaves a missing folder", () => {
    const good = writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/c");
    const home = (path: string): readonly string[] => [`env: { CODEX_HOME: ${path} }`];
    expect(outcomes(job(home("/tmp/d/../c"), install, "- run: mkdir /tmp/d", good, start))).toEqual([]);
    expect(outcomes(job(home("/tmp/d/../c"), install, good, start))).toEqual(["refused missingHome"]);
    const write = good.replaceAll("/tmp/c/config.toml", "/tmp/d/../c/config.toml");
    const tolerated = write.replace("- run", "- continue-on-error: true\n  run");
    expect(outcomes(job(home("/tmp/c"), install, tolerated, start))).toEqual(["direct noProvider"]);
  });

  test("that of a project, which need not be trusted", () => {
    const home = "env: { CODEX_HOME: /tmp/c }";
    const steps = (run: string): readonly string[] => [install, `- run: mkdir -p ~/.codex /tmp/c; ${run}`];
    for (const run of [`ln -s ${at} ${at}`, `mkdir ${at}`])
      expect(outcomes(job([home], ...steps(run), start))).toEqual(["undetermined undeterminedValue"]);
    expect(outcomes(job([home], ...steps(`echo a=1 > ${at}`), start))).toEqual(["direct noProvider"]);
  });
});
