import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { install, job, start, writes } from "../../support/job.js";
import { allOutcomes, outcomes } from "../../support/outcomes.js";
import { provider } from "../../support/toml.js";

describe("a key that only another step gets", () => {
  const keyed = `${install}\n  env:\n    OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}`;
  const config = writes(`${provider("http://172.30.0.30:10000")}env_key = "OPENAI_API_KEY"\n`);
  const text = job([], keyed, config, start);

  test("does not reach AWF on a machine of GitHub's", () => {
    expect(outcomes(text)).toEqual(["missingKey missingPlaceholder"]);
    expect(outcomes(job(["container: node:22"], keyed, config, start))).toEqual([
      "missingKey missingPlaceholder",
    ]);
    const handed = '- run: echo "OPENAI_API_KEY=${{ secrets.OPENAI_API_KEY }}" >> $GITHUB_ENV';
    expect(outcomes(job([], keyed, handed, config, start))).toEqual([]);
  });

  test("may be set in another way on other machines, and by other actions", () => {
    expect(outcomes(text.replace("ubuntu-latest", "agents"))).toEqual([]);
    expect(outcomes(job(["container: acme/agents"], keyed, config, start))).toEqual([]);
    expect(outcomes(job([], keyed, "- uses: hashicorp/vault-action@v3", config, start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });
});

test("AWF drops a key of its own `--env`, so without another key no fix leads to the proxy", () => {
  const text = job(
    [],
    install,
    "- run: sudo awf --enable-api-proxy --env-all --env OPENAI_API_KEY=dummy -- codex exec hi",
  );
  const [finding, ...others] = diagnose(text, { outcomes: allOutcomes });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: "noProvider", fix: undefined });
  expect(finding?.data.remedy).toMatch(/start AWF with `sudo -E`\.$/);
});

describe("the variable of `env_key`", () => {
  const keyed = (name: string, options = ""): readonly string[] => {
    const config = writes(`${provider("http://172.30.0.30:10000")}env_key = "${name}"\n`);
    return outcomes(job([], install, config, start.replace("--env-all", `--env-all ${options}`)));
  };

  test("may be the runner's", () => {
    expect(keyed("GITHUB_RUN_ID")).toEqual([expect.stringMatching("^undetermined ")]);
    expect(keyed("TEAM_KEY")).toEqual(["missingKey missingEnvironmentVariable"]);
    expect(keyed("GITHUB_RUN_ID", "--exclude-env GITHUB_RUN_ID")).toEqual([
      "missingKey missingEnvironmentVariable",
    ]);
  });

  describe("may be one that a command sets whose name is not known:", () => {
    const keyedAfter = (script: string, awf = start): readonly string[] => {
      const config = writes(`${provider("http://172.30.0.30:10000")}env_key = "TEAM_KEY"\n`);
      const run = awf.replace("run: ", `run: |\n    ${script}\n    `);
      return outcomes(job([], "- uses: actions/checkout@v5", install, config, run));
    };

    test.each([
      "export $(grep -v '^#' ci.env | xargs)",
      'while read -r line; do export "$line"; done < ci.env',
      'while IFS== read -r k v; do export "$k"="$v"; done < ci.env',
      'eval "$(./ci.sh)"',
      "set -a; source ci.env; set +a",
      'printf -v "$(cat name)" %s "$A"',
      'while read -r line; do export "TEAM_$line"; done < ci.env',
    ])("%s", (script) => {
      expect(keyedAfter(script)).toEqual([expect.stringMatching("^undetermined ")]);
    });

    test.each([
      ["of another name", 'while read -r line; do export "OTHER_$line"; done < ci.env'],
      ["in a subshell", '(while read -r line; do export "$line"; done < ci.env)'],
      ["in a program", 'bash -c \'read -r line; export "$line"\' < ci.env; echo "$line"'],
    ])("not %s", (_name, script) => {
      expect(keyedAfter(script)).toEqual(["missingKey missingEnvironmentVariable"]);
    });

    test("only if AWF passes it", () => {
      const script = 'while read -r line; do export "$line"; done < ci.env';
      expect(keyedAfter(script, start.replace("--env-all", ""))).toEqual([
        "missingKey missingEnvironmentVariable",
      ]);
      expect(keyedAfter(`${script}; sudo true`, start.replace("awf", "sudo awf"))).toEqual([
        "missingKey missingEnvironmentVariable",
      ]);
    });
  });
});
