import { describe, expect, test } from "vitest";
import { containerVariables } from "../../../packages/core/src/runs/index.js";
import { runsOf } from "./runs-of.js";

/** The container's variables and the path of config.toml for the only run of a script. */
function inContainer(script: string, env: Readonly<Record<string, string>> = {}) {
  const [run, ...others] = runsOf(script, env);
  expect(others).toEqual([]);
  return run && { path: run.configPath, variables: Object.fromEntries(containerVariables(run)) };
}

describe("AWF's container", () => {
  test("has the variables of an env file", () => {
    const write = "printf 'A=1\\n# B=2\\n  C=3\\n' > /tmp/variables\n";
    const found = inContainer(`${write}A=0 awf --env-file /tmp/variables -- codex exec x`);
    expect(found?.variables).toMatchObject({ A: "1", C: "3" });
    expect(found?.variables).not.toHaveProperty("B");
    const all = inContainer(`${write}A=0 awf --env-all --env-file=/tmp/variables -- codex exec x`);
    expect(all?.variables).toMatchObject({ A: "0", C: "3" });
  });

  test("has the home folder of the user who starts AWF, or a default one", () => {
    expect(inContainer("env -i awf -- codex exec x")?.path).toBe("/root/.codex/config.toml");
    expect(inContainer("sudo awf -- codex exec x")?.path).toBe("${HOME}/.codex/config.toml");
    expect(inContainer("HOME=/tmp/h awf -- codex exec x")?.path).toBe("/tmp/h/.codex/config.toml");
    expect(inContainer("HOME=/tmp/h sudo -E awf -- codex exec x")?.path).toBe("${HOME}/.codex/config.toml");
  });

  test("searches the folders that the same step added to the path first", () => {
    const add = 'echo /tmp/a >> "$GITHUB_PATH"; echo /tmp/b >> "$GITHUB_PATH"\n';
    expect(inContainer(`${add}sudo -E awf -- codex exec x`)?.variables.PATH).toMatch(
      /^\/tmp\/a:\/tmp\/b:\/usr/,
    );
    expect(inContainer(`${add}sudo awf -- codex exec x`)?.variables.PATH).toMatch(/^\/usr/);
  });

  test("starts its command in the given folder or in the home folder", () => {
    const command = "--env-all -- bash -c 'CODEX_HOME=c codex exec x'";
    expect(inContainer(`awf --container-workdir /tmp/w ${command}`)?.path).toBe("/tmp/w/c/config.toml");
    expect(inContainer(`cd /tmp && awf ${command}`)?.path).toBe("${HOME}/c/config.toml");
  });

  test("has an API key only without an API proxy", () => {
    const key = { OPENAI_API_KEY: "x" };
    const off = inContainer("awf --image-tag 0.25.20 -- codex exec x", key);
    expect(off?.variables).toMatchObject({ OPENAI_API_KEY: "x" });
    const on = inContainer("awf --image-tag 0.25.20 --enable-api-proxy --env-all -- codex exec x", key);
    expect(on?.variables).not.toHaveProperty("OPENAI_API_KEY");
  });

  test("does not start if a variable has no name or several lines", () => {
    const answers = (script: string) =>
      runsOf(script).map((run) => run.answers.map(({ question }) => question));
    const command = "-- codex exec x";
    expect(answers(`awf --env A ${command}`)).toEqual([]);
    expect(
      answers(`awf --container-workdir "$GITHUB_WORKSPACE" --env "A=$(printf 'a\\nb')" ${command}`),
    ).toEqual([]);
    expect(answers(`awf --env "A=$(date)" ${command}`)).toEqual([[]]);
    for (const words of ['-e "$(date)"', "$(date) -e A", '-e "$(date)=1"'])
      expect(answers(`awf ${words} ${command}`)).toEqual([[expect.stringMatching(/^variable .*date/)]]);
  });

  test("has unknown variables if an unknown word may name them", () => {
    const found = inContainer(`A=1 awf --env-all -e "$(date)" -- codex exec x`);
    expect(found?.variables).toMatchObject({ CODEX_HOME: "${CODEX_HOME}" });
  });
});
