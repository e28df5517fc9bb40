import { afterAll, describe, expect, test } from "vitest";
import { codexReleases } from "../../recordings/index.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { whySandboxIsImpossible } from "../sandbox/index.js";
import { closeSandboxes, runWorkflow, type RunWorkflowOptions, type WorkflowRecord } from "./index.js";

const missing = whySandboxIsImpossible();
if (missing !== undefined) console.warn(`Skipped: ${missing}`);

/** A job `agent` with these steps, each as YAML. */
function job(...steps: readonly string[]): string {
  return `on: workflow_dispatch\njobs:\n  agent:\n    runs-on: ubuntu-latest\n    steps:\n${listed(steps)}`;
}

function listed(steps: readonly string[]): string {
  return steps.map((step) => `      - ${step.trim().replaceAll("\n", "\n        ")}\n`).join("");
}

/** The output of a workflow's last step. */
async function lastOutput(text: string, options?: RunWorkflowOptions): Promise<string | undefined> {
  const { jobs } = await runWorkflow(text, options);
  return jobs.at(-1)?.steps.at(-1)?.output.trimEnd();
}

async function outcomes(...steps: readonly string[]): Promise<readonly string[]> {
  const { jobs } = await runWorkflow(job(...steps));
  return jobs[0]!.steps.map(({ outcome }) => outcome);
}

const codex = (version: string): string => `run: npm install -g @openai/codex@${version}`;
const awf = (options: string, command = "codex exec hi"): string =>
  `run: sudo -E awf ${options} -- ${command}`;
const firstRun = ({ runs }: WorkflowRecord) => runs[0]!;

describe.skipIf(missing !== undefined)("runWorkflow", () => {
  afterAll(closeSandboxes);

  test("passes variables on as GitHub does: exported variables override the job's, and the step's override both", async () => {
    const text = `env: { A: workflow, B: workflow, C: workflow, D: workflow }\n${job(
      `run: |\n  echo C=exported >> "$GITHUB_ENV"\n  printf 'D<<END\\none\\ntwo\\nEND\\n' >> "$GITHUB_ENV"`,
      `env: { A: step }\nrun: echo "$A $B $C $D \${{ env.C }}"`,
    ).replace("    steps:", "    env: { B: job }\n    steps:")}`;
    expect(await lastOutput(text)).toBe("step job exported one\ntwo exported");
  });

  test("passes outputs on in both formats", async () => {
    const text = job(
      `id: one\nrun: |\n  echo "a=1" >> "$GITHUB_OUTPUT"\n  echo "::set-output name=b::2"`,
      "run: echo ${{ steps.one.outputs.a }} ${{ steps.one.outputs.b }} ${{ steps.one.outcome }}",
    );
    expect(await lastOutput(text)).toBe("1 2 success");
  });

  test("adds the folders in GITHUB_PATH to the start of the search path, the last first", async () => {
    const text = job(`run: printf '/first\\n/second\\n' >> "$GITHUB_PATH"`, `run: echo "$PATH"`);
    expect(await lastOutput(text)).toMatch(/^\/second:\/first:/);
  });

  test("fails a step whose GITHUB_ENV has a line without a value", async () => {
    expect(await outcomes(`run: echo nothing >> "$GITHUB_ENV"`, "run: true")).toEqual(["failure", "skipped"]);
  });

  test("evaluates the conditions of steps", async () => {
    expect(
      await outcomes(
        "run: exit 3",
        "run: true",
        "if: failure()\nrun: true",
        "if: always()\nrun: true",
        "if: cancelled()\nrun: true",
        "if: ${{ !cancelled() && 1 == 1 }}\nrun: true",
        "if: success() || contains('abc', 'b')\nrun: true",
      ),
    ).toEqual(["failure", "skipped", "success", "success", "skipped", "success", "success"]);
  });

  test("evaluates a condition with text next to an expression to true", async () => {
    expect(await outcomes("if: ${{ false }} == true\nrun: true", "if: ${{ false }}\nrun: true")).toEqual([
      "success",
      "skipped",
    ]);
  });

  test("continues after a failed step with continue-on-error", async () => {
    const { jobs } = await runWorkflow(job("continue-on-error: true\nrun: exit 1", "run: true"));
    expect(jobs[0]).toMatchObject({
      result: "success",
      steps: [{ outcome: "failure", conclusion: "success", exitCode: 1 }, { outcome: "success" }],
    });
  });

  test("runs scripts with the shell that `shell` names", async () => {
    const pipe = "false | true";
    expect(
      await outcomes(
        `run: ${pipe}`,
        `shell: sh\nrun: ${pipe}`,
        `shell: bash {0}\nrun: |\n  false\n  true`,
        `shell: bash\nrun: ${pipe}`,
      ),
    ).toEqual(["success", "success", "success", "failure"]);
  });

  test("runs scripts in the folder that `working-directory` names", async () => {
    const text = job("run: mkdir -p sub/inner", "working-directory: sub/inner\nrun: pwd");
    expect(await lastOutput(text)).toBe("/home/runner/work/repository/repository/sub/inner");
    const defaults = `defaults: { run: { working-directory: sub } }\n${job("working-directory: /\nrun: mkdir -p $GITHUB_WORKSPACE/sub", "run: pwd")}`;
    expect(await lastOutput(defaults)).toMatch(/\/sub$/);
  });

  test("fails a step whose folder does not exist", async () => {
    expect(await outcomes("working-directory: nowhere\nrun: true")).toEqual(["failure"]);
  });

  test("stops a step that exceeds its time limit", async () => {
    const { jobs } = await runWorkflow(job("run: sleep 30"), { maximumSeconds: 1 });
    expect(jobs[0]?.steps[0]).toMatchObject({ outcome: "failure", exitCode: 124 });
  });

  test("sets the defaults of inputs and the values of a matrix", async () => {
    const text = `
on: { workflow_dispatch: { inputs: { name: { default: world }, loud: { type: boolean, default: true } } } }
jobs:
  agent:
    strategy: { matrix: { n: [1, 2], include: [{ n: 2, extra: yes }, { n: 3 }] } }
    steps:
      - run: echo "\${{ inputs.name }} \${{ inputs.loud && 'loud' || 'quiet' }} \${{ matrix.n }} \${{ matrix.extra }}"
`;
    const { jobs } = await runWorkflow(text);
    expect(jobs.map(({ steps }) => steps[0]?.output.trim())).toEqual([
      "world loud 1",
      "world loud 2 yes",
      "world loud 3",
    ]);
  });

  test("runs a job after the jobs that it needs, with their outputs, if its condition is met", async () => {
    const text = `
on: push
jobs:
  last: { needs: [first, broken], steps: [{ run: "true" }] }
  after: { needs: broken, if: failure(), steps: [{ run: "true" }] }
  second: { needs: first, if: needs.first.outputs.x == 'ok', steps: [{ run: "echo \${{ needs.first.outputs.x }}" }] }
  first: { outputs: { x: "\${{ steps.a.outputs.x }}" }, steps: [{ id: a, run: 'echo x=ok >> "$GITHUB_OUTPUT"' }] }
  broken: { steps: [{ run: "false" }] }
`;
    const { jobs } = await runWorkflow(text);
    expect(Object.fromEntries(jobs.map(({ id, result }) => [id, result]))).toEqual({
      first: "success",
      broken: "failure",
      last: "skipped",
      after: "success",
      second: "success",
    });
  });

  test("has exactly the repository's files after a checkout", async () => {
    const repository = temporaryFolder({ ".github/codex/config.toml": "# mine\n" });
    const text = job(
      "run: touch before",
      "uses: actions/checkout@v5",
      "run: ls; cat .github/codex/config.toml",
    );
    expect(await lastOutput(text, { repository })).toBe("# mine");
  });

  test("records the text of watched files after each step", async () => {
    const text = job("run: echo one > /tmp/a", "run: rm /tmp/a");
    const { jobs } = await runWorkflow(text, { watched: ["/tmp/a"] });
    expect(jobs[0]?.steps.map(({ files }) => files["/tmp/a"])).toEqual(["one\n", null]);
  });

  test("leaves nothing for the next workflow", async () => {
    await runWorkflow(job("run: touch /tmp/left /etc/left /left; sleep 100 & echo"));
    expect(await lastOutput(job("run: ls /tmp /etc/left /left || true; jobs"))).not.toContain("/tmp/left");
    expect(await lastOutput(job("run: ls /tmp"))).toBe("");
  });

  test("can neither write to the machine nor connect to it", async () => {
    const text = job(`run: |
  touch /usr/bin/x && echo written
  mount -o remount,rw,bind /usr && echo mounted
  mknod /tmp/disk b 254 0 && echo made
  exec 3<> /dev/tcp/1.1.1.1/80 && echo reached
  ls /work /root/.cache 2> /dev/null && echo seen
  true`).replace("run: |", "shell: bash {0}\n        run: |");
    expect(await lastOutput(text)).not.toMatch(/written|mounted|made|reached|seen/);
  });
});

describe.skipIf(missing !== undefined)("a start of Codex", () => {
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
