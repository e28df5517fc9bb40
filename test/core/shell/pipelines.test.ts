import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a pipeline that reads a file", () => {
  const good = provider("http://172.30.0.30:10000");
  const changes = (pipeline: string): string =>
    job([], install, writes(`${good}# old`), `- run: |\n    cd ~/.codex\n    ${pipeline}`, start);

  test("before another part has written it is not followed", () => {
    for (const pipeline of [
      "cat config.toml | sed s/old/new/ > config.toml",
      "sed s/old/new/ config.toml | tee config.toml",
      "cat config.toml | { cat; echo '# more'; } > config.toml",
    ])
      expect(outcomes(changes(pipeline))).toEqual(["undetermined undeterminedFile"]);
  });

  test("that another part makes is not followed", () => {
    const makes = (pipeline: string): string =>
      job([], install, `- run: |\n    mkdir -p ~/.codex\n    cd ~/.codex\n    ${pipeline}`, start);
    const reads = `echo "$(cat config.toml || echo '${good.replaceAll("\n", "\n    ")}')" | tee config.toml`;
    expect(outcomes(makes(reads))).toEqual(["undetermined undeterminedValue"]);
    expect(outcomes(makes("echo model = m | tee config.toml"))).toEqual(["refused invalidToml"]);
  });

  test("is followed by a start even if another part puts a link there that leads nowhere", () => {
    const links = changes("{ ln -sf /tmp/none/x config.toml; } | tee -a config.toml > /dev/null");
    expect(outcomes(links)).toEqual(["undetermined undeterminedFile"]);
  });

  test.each([
    ["creates", "rm -rf /tmp/d", "{ sleep 1; mkdir /tmp/d; }"],
    ["removes", "mkdir -p /tmp/d", "{ sleep 1; rm -r /tmp/d; }"],
  ])(
    "whose folder another part %s may or may not be opened, so that a step runs after success and after failure",
    (_, before, part) => {
      const guarded = (condition: string): readonly string[] =>
        outcomes(
          job([], install, `- run: ${before}; ${part} | tee /tmp/d/log`, `${start}\n  if: ${condition}`),
        );
      for (const condition of ["success()", "failure()"])
        expect(guarded(condition)).toEqual(["direct noProvider"]);
    },
  );

  test("into another one is", () => {
    expect(outcomes(changes("cat config.toml | sed s/old/new/ > new; mv new config.toml"))).toEqual([]);
    expect(outcomes(changes("echo '# more' | tee -a config.toml"))).toEqual([]);
    expect(outcomes(changes("set -u; echo x | cat > $UNSET || true"))).toEqual([]);
  });
});
