import { afterAll, describe, expect, test } from "vitest";
import { codexReleases } from "../../recordings/index.js";
import { closeSandboxes, runWorkflow, type WorkflowRecord } from "./index.js";
import { isImpossible, job } from "./sandboxed-job.js";

const codex = (version: string): string => `run: npm install -g @openai/codex@${version}`;
const awf = (options: string, command = "codex exec hi"): string =>
  `run: sudo -E awf ${options} -- ${command}`;
const firstRun = ({ runs }: WorkflowRecord) => runs[0]!;

describe.skipIf(isImpossible)("a start of Codex", () => {
  afterAll(closeSandboxes);

  test("is recorded with release, arguments, CODEX_HOME, configuration and AWF", async () => {
    const text = job(
      codex("0.121.0"),
      `run: mkdir -p /tmp/home && echo 'model = "m"' > /tmp/home/config.toml`,
      `env: { CODEX_HOME: /tmp/home }\n${awf("--enable-api-proxy --env-all", "codex -c a=b exec 'say hi'")}`,
    );
    expect(firstRun(await runWorkflow(text))).toMatchObject({
      job: "agent",
      step: 2,
      version: "0.121.0",
      args: ["-c", "a=b", "exec", "say hi"],
      codexHome: "/tmp/home",
      config: 'model = "m"\n',
      awf: { apiProxy: "on", version: "latest" },
      workingDirectory: "/home/runner",
    });
  });

  test.each([
    ["npm install -g @openai/codex@0.118", "0.118.0"],
    ["npm i --location=global '@openai/codex@~0.118.0'", "0.118.0"],
    ["npm install -g @openai/codex@'<0.119'", "0.118.0"],
    ["npm install -g @openai/codex@latest", codexReleases().latest],
    ["npm install -g @openai/codex", codexReleases().latest],
    ["pnpm add -g @openai/codex@0.120.0", "0.120.0"],
    ["yarn global add @openai/codex@0.120.0", "0.120.0"],
    ["npm install -g codex@npm:@openai/codex@0.120.0", "0.120.0"],
    ["npm i -g @openai/codex@0.118.0 && npm i -g @openai/codex@0.121.0", "0.121.0"],
    ["sudo npm install -g @openai/codex@0.121.0", "0.121.0"],
  ])("has the release that `%s` installs", async (script, version) => {
    expect(firstRun(await runWorkflow(job(`run: ${script}`, "run: codex exec hi"))).version).toBe(version);
  });

  test.each([
    ["npx -y @openai/codex@0.121.0 exec hi", "0.121.0"],
    ["npx -p @openai/codex@0.121.0 codex exec hi", "0.121.0"],
    ["npx -p @openai/codex@0.121.0 -c 'codex exec hi'", "0.121.0"],
    ["npm exec --yes @openai/codex@0.121.0 -- exec hi", "0.121.0"],
    ["pnpm dlx @openai/codex@0.121.0 exec hi", "0.121.0"],
    ["npm i @openai/codex@0.121.0 && npx codex exec hi", "0.121.0"],
    ["npm i @openai/codex@0.121.0 && node_modules/.bin/codex exec hi", "0.121.0"],
  ])("is found with `%s`", async (script, version) => {
    const { args, version: found } = firstRun(await runWorkflow(job(`run: ${script}`)));
    expect({ args, found }).toEqual({ args: ["exec", "hi"], found: version });
  });

  test("is not recorded if npm has no such release", async () => {
    const { runs, jobs } = await runWorkflow(job(codex("0.119.0"), "run: codex exec hi"));
    expect(runs).toEqual([]);
    expect(jobs[0]?.steps[0]).toMatchObject({ outcome: "failure", exitCode: 1 });
  });

  test.each([
    ["--env-all", "mine"],
    ["", undefined],
    ["--env-all --exclude-env MINE", undefined],
    ["--env MINE=other", "other"],
    ["-e MINE=other --env-all", "other"],
    ["--env-file /tmp/variables", "of a file"],
    ["--env-file /tmp/variables --env-all", "mine"],
  ])("has the variables that AWF passes with `%s`", async (options, expected) => {
    const text = job(
      codex("0.121.0"),
      "run: 'echo MINE=of a file > /tmp/variables'",
      `env: { MINE: mine }\n${awf(options)}`,
    );
    expect(firstRun(await runWorkflow(text)).env.MINE).toBe(expected);
  });

  test.each([
    ["an option", "--enable-api-proxy", "{}", "0.27.31", "on"],
    ["its configuration", "", '{"apiProxy":{"enabled":true}}', "0.27.31", "on"],
    ["nothing, before it was always on", "", "{}", "0.27.31", "off"],
    ["nothing, since it is always on", "", '{"apiProxy":{"enabled":false}}', "0.27.32", "on"],
  ])("has AWF's API proxy on or off with %s", async (_, option, config, version, expected) => {
    const text = job(
      codex("0.121.0"),
      `run: bash "$RUNNER_TEMP/gh-aw/actions/install_awf_binary.sh" v${version}`,
      `run: echo '${config}' > /tmp/awf.json`,
      awf(`--config /tmp/awf.json ${option}`),
    );
    expect(firstRun(await runWorkflow(text)).awf).toEqual({ version: `v${version}`, apiProxy: expected });
  });

  test("gets the variables that AWF's configuration passes", async () => {
    const text = job(
      codex("0.121.0"),
      `run: echo '{"environment":{"envAll":true,"excludeEnv":["B"]},"container":{"containerWorkDir":"/tmp"}}' > /tmp/awf.json`,
      `env: { A: a, B: b }\n${awf("--config /tmp/awf.json")}`,
    );
    const { env, workingDirectory } = firstRun(await runWorkflow(text));
    expect([env.A, env.B, workingDirectory]).toEqual(["a", undefined, "/tmp"]);
  });

  test("does not get variables that sudo removes", async () => {
    const text = job(codex("0.121.0"), "env: { MINE: mine }\nrun: sudo awf --env-all -- codex exec hi");
    expect(firstRun(await runWorkflow(text)).env.MINE).toBeUndefined();
  });

  test("gets AWF's address and placeholders only if AWF has a key", async () => {
    const run = async (env: string): Promise<readonly unknown[]> => {
      const { OPENAI_API_KEY, OPENAI_BASE_URL } = firstRun(
        await runWorkflow(
          job(codex("0.121.0"), `env: { ${env}: key }\n${awf("--env-all --enable-api-proxy")}`),
        ),
      ).env;
      return [OPENAI_API_KEY, OPENAI_BASE_URL];
    };
    expect(await run("OPENAI_API_KEY")).toEqual(["sk-placeholder-for-api-proxy", "http://172.30.0.30:10000"]);
    expect(await run("CODEX_API_KEY")).toEqual([undefined, undefined]);
  });

  test("makes its step exit with the given exit code", async () => {
    const text = job(codex("0.121.0"), awf("--env-all"), "if: failure()\nrun: true");
    const { jobs } = await runWorkflow(text, { codexExitCode: 7 });
    expect(jobs[0]?.steps.map(({ exitCode }) => exitCode)).toEqual([0, 7, 0]);
  });
});
