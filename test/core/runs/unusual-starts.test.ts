import { describe, expect, test } from "vitest";
import { install, job, script, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

const history = `- run: |
    mkdir -p "$CODEX_HOME"
    printf '[history]\\npersistence = "none"\\n' > "$CODEX_HOME/config.toml"`;
const flags =
  "-c model_provider=p -c model_providers.p.name=p -c model_providers.p.base_url=http://172.30.0.30:10000";

function workflow(runsOn: string, home: string, ...steps: readonly string[]): string {
  return job([`env: { CODEX_HOME: ${home} }`], ...steps).replace("ubuntu-latest", () => runsOn);
}

function outcomesOf(...steps: readonly string[]): readonly string[] {
  return outcomes(workflow("ubuntu-latest", "/tmp/home", ...steps));
}

const undetermined = [expect.stringMatching("^undetermined ")];

describe("a runner", () => {
  test.each(["windows-latest", "macos-15", "[self-hosted, Windows, x64]"])(
    "without Linux starts no AWF: %s",
    (label) => {
      expect(outcomes(workflow(label, "/tmp/home", install, history, start))).toEqual([]);
    },
  );

  test.each(["{ group: agents, labels: codex }", "{ group: agents }", "${{ vars.RUNNER }}", "codex"])(
    "may have a configuration already: %s",
    (label) => {
      expect(outcomes(workflow(label, '""', install, start))).toEqual(["undetermined undeterminedFile"]);
    },
  );

  test.each(["ubuntu-latest", "${{ matrix.os }}"])("of GitHub is new: %s", (label) => {
    expect(outcomes(workflow(label, '""', install, start))).toEqual(["direct noProvider"]);
  });
});

describe("a release of Codex", () => {
  const withInstall = (run: string): readonly string[] => outcomesOf(`- run: ${run}`, history, start);

  test.each([
    "npm install -g https://registry.npmjs.org/@openai/codex/-/codex-0.110.0.tgz",
    "npm i -g ./openai-codex-0.110.0.tgz",
    "cargo install --git https://github.com/openai/codex --tag rust-v0.110.0 codex-cli",
    "gh release download rust-v0.110.0 --repo openai/codex -p 'codex-x86_64*' -O codex.tgz",
  ])("is that of the archive or tag: %s", (run) => {
    expect(withInstall(run)).toEqual([]);
    expect(withInstall(run.replace("0.110.0", "0.121.0"))).toEqual(["direct noProvider"]);
  });

  test.each([
    "npm i -g github:openai/codex#rust-v0.110.0",
    "cargo install --git https://github.com/openai/codex --rev 1234567 codex-cli",
    'docker cp "$ID":/usr/bin/codex /usr/local/bin/codex',
    "cp tools/codex /usr/local/bin/codex",
  ])("is not known: %s", (run) => {
    expect(
      outcomesOf("- uses: actions/checkout@v4", `- run: ${run.replace('"$ID"', "x")}`, history, start),
    ).toEqual(["undetermined undeterminedVersion"]);
  });

  test("is that of npm, whatever else is unpacked next to it", () => {
    const other = "- run: curl -L https://example.com/yq.tar.gz | sudo tar xz -C /usr/local/bin";
    expect(outcomesOf(other, install, history, start)).toEqual(["direct noProvider"]);
  });

  test("is not known if the checkout may have a program of that name", () => {
    const inside = (path: string): string =>
      start.replace("codex exec hi", `bash -c 'PATH=${path}:$PATH; codex exec hi'`);
    const checkout = "- uses: actions/checkout@v4";
    expect(outcomesOf(checkout, install, history, inside("$GITHUB_WORKSPACE/bin"))).toEqual([
      "undetermined undeterminedVersion",
    ]);
    for (const path of ["$HOME/.local/bin", "$GITHUB_WORKSPACE/node_modules/.bin"])
      expect(outcomesOf(checkout, install, history, inside(path))).toEqual(["direct noProvider"]);
  });

  test("is what `codex --version` prints", () => {
    const guarded = (version: string): string =>
      start.replace(
        "codex exec hi",
        `bash -c 'if codex --version | grep -q ${version}; then codex exec ${flags} hi; else codex exec hi; fi'`,
      );
    expect(outcomesOf(install, history, guarded("0.121"))).toEqual([]);
    expect(outcomesOf(install, history, guarded("0.110"))).toEqual(["direct noProvider"]);
  });
});

describe("`codex` may be", () => {
  test("an alias, which is not followed", () => {
    const aliased = (...before: readonly string[]): string =>
      script(
        "cat > /tmp/run.sh << 'EOF'",
        ...before,
        `alias codex="codex ${flags}"`,
        "codex exec hi",
        "EOF",
        start.replace("- run: ", "").replace("codex exec hi", "bash /tmp/run.sh"),
      );
    expect(outcomesOf(install, history, aliased("shopt -s expand_aliases"))).toEqual([]);
    expect(outcomesOf(install, history, aliased())).toEqual(["direct noProvider"]);
  });

  test("an exported function, which Bash takes over and `sudo` removes", () => {
    const wrapped = (export_: string, awf: string): string =>
      script(
        `codex() { command codex "$@" ${flags}; }`,
        export_,
        `${awf} --enable-api-proxy --env-all -- bash -c 'codex exec hi'`,
      );
    expect(outcomesOf(install, history, wrapped("export -f codex", "awf"))).toEqual([]);
    expect(outcomesOf(install, history, wrapped("declare -fx codex", "awf"))).toEqual([]);
    expect(outcomesOf(install, history, wrapped("export -f codex", "sudo -E awf"))).toEqual([
      "direct noProvider",
    ]);
    expect(outcomesOf(install, history, wrapped("true", "awf"))).toEqual(["direct noProvider"]);
  });
});

describe("a volume", () => {
  const withKeys = (...keys: readonly string[]): readonly string[] =>
    outcomes(
      workflow("ubuntu-latest", "/srv/home", install, start).replace(
        "    steps:",
        `${keys.map((key) => `    ${key}\n`).join("")}    steps:`,
      ),
    );

  test("may hold a configuration", () => {
    const container = "container: { image: node, volumes: ['/opt/x:/srv/home:ro'] }";
    expect(withKeys(container)).toEqual(undetermined);
    const service = "services: { cfg: { image: acme/config, volumes: ['/srv:/out'] } }";
    expect(withKeys(service)).toEqual(undetermined);
  });

  test("of another folder does not", () => {
    const service =
      "services: { db: { image: postgres, volumes: ['/srv/data:/var/lib/data', 'data:/data'] } }";
    expect(withKeys(service)).toEqual(withKeys());
  });
});

describe("`awf` may be", () => {
  test("a program of the job or of the checkout", () => {
    const own = script(
      "mkdir -p /tmp/b",
      "printf '#!/bin/sh\\necho \"$@\"\\n' > /tmp/b/awf",
      "chmod +x /tmp/b/awf",
    );
    const runs = (awf: string): string => start.replace("sudo -E awf", awf);
    expect(outcomesOf(install, history, own, runs("PATH=/tmp/b:$PATH awf"))).toEqual([]);
    expect(outcomesOf("- uses: actions/checkout@v4", install, history, runs("./bin/awf"))).toEqual([]);
    expect(outcomesOf(install, history, own, runs("/usr/local/bin/awf"))).toEqual(["direct noProvider"]);
  });
});

test("a login shell in the container reads what a step put into the home directory", () => {
  const login = start.replace("codex exec hi", "bash -lc 'codex exec hi'");
  const copies = "- run: cp .github/profile ~/.bash_profile";
  expect(outcomesOf("- uses: actions/checkout@v4", install, history, copies, login)).toEqual(undetermined);
  expect(outcomesOf("- uses: actions/checkout@v4", install, history, login)).toEqual(["direct noProvider"]);
});

describe("a folder that AWF mounts", () => {
  const mounted = (mount: string): readonly string[] =>
    outcomesOf(install, history, start.replace("--env-all", `--env-all ${mount}`));

  test.each([
    "--mount /srv/x:/tmp/home:ro",
    "-v /srv/x:/host/tmp/home",
    "--mount=/srv/x:/tmp",
    '--mount "$MOUNT"',
  ])("hides another one: %s", (mount) => {
    expect(mounted(mount)).toEqual(undetermined);
  });

  test.each([
    "--mount /tmp/home:/tmp/home:rw",
    '-v "$RUNNER_TEMP/x:/host$RUNNER_TEMP/x:ro"',
    "-v /srv/x:/opt/x",
  ])("changes no other one: %s", (mount) => {
    expect(mounted(mount)).toEqual(["direct noProvider"]);
  });
});

describe("the variable of `env_key`", () => {
  const keyed = (name: string, options = ""): readonly string[] =>
    outcomesOf(
      install,
      script(
        'mkdir -p "$CODEX_HOME"',
        'cat > "$CODEX_HOME/config.toml" << EOF',
        'model_provider = "p"',
        "[model_providers.p]",
        'name = "p"',
        'base_url = "http://172.30.0.30:10000"',
        `env_key = "${name}"`,
        "EOF",
      ),
      start.replace("--env-all", `--env-all ${options}`),
    );

  test("may be the runner's", () => {
    expect(keyed("GITHUB_RUN_ID")).toEqual(undetermined);
    expect(keyed("TEAM_KEY")).toEqual(["missingKey missingEnvironmentVariable"]);
    expect(keyed("GITHUB_RUN_ID", "--exclude-env GITHUB_RUN_ID")).toEqual([
      "missingKey missingEnvironmentVariable",
    ]);
  });
});

describe("find -exec", () => {
  const awf = "sudo -E awf --enable-api-proxy --env-all";
  const find = (command: string): string => script(`find prompts -name '*.md' -exec ${command} \\;`);

  test("starts AWF", () => {
    expect(outcomesOf(install, history, find(`${awf} -- codex exec {}`))).toEqual(["direct noProvider"]);
    expect(outcomesOf(install, history, find(`${awf} -- codex exec ${flags} {}`))).toEqual([]);
    expect(outcomesOf(install, history, find(`timeout 60 ${awf} -- codex exec {}`))).toEqual([
      "direct noProvider",
    ]);
  });

  test("runs programs that may write the configuration", () => {
    expect(outcomesOf(install, history, find("bash {}"), start)).toEqual(undetermined);
    expect(outcomesOf(install, history, find("cat {}"), start)).toEqual(["direct noProvider"]);
  });
});

test("a script that waits for a coprocess may never end", () => {
  const steps = [history, start].map((step) => step.replace("- run", "- if: failure()\n  run"));
  expect(outcomesOf(install, script("coproc cat", "wait"), ...steps)).toEqual(undetermined);
  expect(outcomesOf(install, script("coproc cat"), ...steps)).toEqual([]);
});
