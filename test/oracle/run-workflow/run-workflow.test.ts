import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { closeSandboxes, runWorkflow, type RunWorkflowOptions } from "./index.js";
import { isImpossible, job } from "./sandboxed-job.js";

/** The output of a workflow's last step. */
async function lastOutput(text: string, options?: RunWorkflowOptions): Promise<string | undefined> {
  const { jobs } = await runWorkflow(text, options);
  return jobs.at(-1)?.steps.at(-1)?.output.trimEnd();
}

async function outcomes(...steps: readonly string[]): Promise<readonly string[]> {
  const { jobs } = await runWorkflow(job(...steps));
  return jobs[0]!.steps.map(({ outcome }) => outcome);
}

describe.skipIf(isImpossible)("runWorkflow", () => {
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
