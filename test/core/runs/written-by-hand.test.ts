import { applyEdits, diagnose, lint } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";

const all = ["direct", "websocket", "refused", "missingKey", "wrongAddress", "undetermined"] as const;
const provider = (url: string): string =>
  `model_provider = "p"\n[model_providers.p]\nname = "p"\nbase_url = "${url}"\n`;
const install = "- run: npm install -g @openai/codex@0.121.0";
const start = "- run: sudo -E awf --enable-api-proxy --env-all -- codex exec hi";

/** A workflow of one job that nobody compiled: the keys of its job, and its steps, as YAML. */
function job(keys: readonly string[], ...steps: readonly string[]): string {
  const lines = ["runs-on: ubuntu-latest", ...keys, "steps:", ...steps.flatMap((step) => step.split("\n"))];
  return `on: workflow_dispatch\njobs:\n  agent:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

function writes(config: string): string {
  const lines = ["mkdir -p ~/.codex", "cat > ~/.codex/config.toml << EOF", ...config.trimEnd().split("\n")];
  return `- run: |\n${[...lines, "EOF"].map((line) => `    ${line}`).join("\n")}`;
}

function outcomes(text: string): readonly string[] {
  return diagnose(text, { outcomes: all }).map(({ outcome, kind }) => `${outcome} ${kind}`);
}

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

describe("a matrix", () => {
  const versions = (...list: readonly string[]): string =>
    `strategy: { matrix: { codex: [${list.map((version) => `"${version}"`).join(", ")}] } }`;
  const ofMatrix = "- run: npm install -g @openai/codex@${{ matrix.codex }}";

  test("fails if one of its combinations does", () => {
    expect(outcomes(job([versions("0.118.0", "0.121.0")], ofMatrix, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([versions("0.121.0", "0.110.0")], ofMatrix, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([versions("0.110.0", "0.111.0")], ofMatrix, start))).toEqual([]);
  });

  test("is fixed for all combinations", () => {
    const text = job(
      ["strategy: { matrix: { url: ['http://172.30.0.30:10000', 'https://api.openai.com/v1'] } }"],
      install,
      writes(provider("${{ matrix.url }}")),
      start,
    );
    const [finding, ...others] = diagnose(text, { outcomes: all });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ outcome: "direct" });
    expect(outcomes(applyEdits(text, finding!.fix!))).toEqual([]);
  });

  test("reports a fault of all combinations once", () => {
    expect(outcomes(job([versions("0.121.0", "0.125.0")], ofMatrix, start))).toEqual(["direct noProvider"]);
  });
});

test("a cache and an artifact may contain a configuration", () => {
  for (const action of ["actions/cache@v4", "actions/download-artifact@v4"]) {
    const put = (path: string): string => `- uses: ${action}\n  with:\n    path: ${path}`;
    expect(outcomes(job([], install, put("~/.codex"), start))).toEqual(["undetermined undeterminedFile"]);
    expect(outcomes(job([], install, put("~/.npm"), start))).toEqual(["direct noProvider"]);
  }
});

test("a variable that only the compiler sets is unset, and one of AWF's is not known in its container", () => {
  expect(outcomes(job([], install, writes(provider("${AWF_PROXY_URL}")), start))).toEqual([
    "wrongAddress unusableBaseUrl",
  ]);
  const inside = `- run: |
    sudo -E awf --enable-api-proxy --env-all -- bash -c '
      mkdir -p ~/.codex
      printf "%s\\n" "model_provider = \\"p\\"" "[model_providers.p]" "name = \\"p\\"" "base_url = \\"$NAME\\"" > ~/.codex/config.toml
      codex exec hi'`;
  const given = ["env:", "  OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}"];
  expect(outcomes(job(given, install, inside.replace("$NAME", "$OPENAI_BASE_URL")))).toEqual([]);
  expect(outcomes(job(given, install, inside.replace("$NAME", "http://$AWF_PROXY_HOST:10000")))).toEqual([]);
  expect(outcomes(job(given, install, inside.replace("$NAME", "$OPENAI_API_URL")))).toEqual([
    "wrongAddress unusableBaseUrl",
  ]);
});

test("if AWF's configuration may pass on all variables, only certain faults are reported", () => {
  const home = ["env:", "  CODEX_HOME: /tmp/codex"];
  const steps = [
    install,
    writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/codex"),
    "- uses: actions/checkout@v4",
    "- run: sudo -E awf --enable-api-proxy --config awf.json -- codex exec hi",
  ];
  expect(outcomes(job(home, ...steps))).toEqual(["undetermined undeterminedCondition"]);
});

describe("a folder of the runner's image", () => {
  const at = (folder: string): readonly string[] => ["env:", `  CODEX_HOME: ${folder}`];

  test("has no Codex configuration on a GitHub-hosted runner", () => {
    expect(outcomes(job(at("/home/runner/.config/codex"), install, start))).toEqual(["refused missingHome"]);
    const made = "- run: mkdir -p /opt/tools/codex";
    expect(outcomes(job(at("/opt/tools/codex"), install, made, start))).toEqual(["direct noProvider"]);
  });

  test("may have one in a custom image", () => {
    const text = job(at("/opt/codex"), install, start);
    const undetermined = ["undetermined undeterminedFile"];
    expect(outcomes(text.replace("ubuntu-latest", "[self-hosted, linux]"))).toEqual(undetermined);
    expect(outcomes(text.replace("ubuntu-latest", "agents"))).toEqual(undetermined);
    expect(outcomes(text.replace("ubuntu-latest", "ubuntu-latest-8-cores"))).toEqual(undetermined);
    const other = job(at("/opt/codex"), install, `- run: 'echo "runs-on: ubuntu-latest"'`, start);
    expect(outcomes(other.replace("runs-on: ubuntu-latest\n", "runs-on: agents\n"))).toEqual(undetermined);
    expect(outcomes(text.replace("    env:", "    container: agents:1\n    env:"))).toEqual(undetermined);
  });
});

test("a matrix that another job's output lists has a combination for each item", () => {
  const versions = (list: string): readonly string[] => {
    const text = job(
      ["needs: list", "strategy:", "  matrix:", "    codex: ${{ fromJSON(needs.list.outputs.versions) }}"],
      "- run: npm install -g @openai/codex@${{ matrix.codex }}",
      start,
    );
    const other = [
      "  list:",
      "    runs-on: ubuntu-latest",
      "    outputs:",
      "      versions: ${{ steps.list.outputs.versions }}",
      "    steps:",
      "      - id: list",
      `        run: echo 'versions=${list}' >> "$GITHUB_OUTPUT"`,
    ];
    return outcomes(text.replace("jobs:\n", `jobs:\n${other.join("\n")}\n`));
  };
  expect(versions('["0.110.0","0.121.0"]')).toEqual(["direct noProvider"]);
  expect(versions('["0.110.0","0.115.0"]')).toEqual([]);
  expect(versions("'\"$(curl -s https://example.com/versions)\"'")).toEqual([
    "undetermined undeterminedVersion",
  ]);
});

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

describe("an image of the job's own container", () => {
  const own = (image: string, ...steps: readonly string[]): string =>
    job([], ...steps).replace("    steps:", `    container: ${image}\n    steps:`);

  test("may hold a configuration of Codex, and set variables", () => {
    const undetermined = ["undetermined undeterminedFile"];
    for (const image of [
      "ghcr.io/acme/agent:1",
      "acme/agent",
      "${{ vars.IMAGE }}",
      "registry:5000/acme/agent",
    ])
      expect(outcomes(own(image, install, start))).toEqual(undetermined);
  });

  test("holds none if it is public", () => {
    for (const image of [
      "node:22",
      "docker.io/library/node",
      "node:${{ matrix.node }}",
      "mcr.microsoft.com/playwright:v1",
    ])
      expect(outcomes(own(image, install, start))).toEqual(["direct noProvider"]);
  });

  test("starts `sh` where no shell is named", () => {
    const echo = (escape: string): string =>
      `- run: mkdir -p ~/.codex; echo 'openai_base_url = "http://172.30.0.30:10000"${escape}[features]' > ~/.codex/config.toml`;
    expect(outcomes(own("node:22", install, echo("\\n"), start))).toEqual(["websocket openAiBaseUrlKey"]);
    expect(outcomes(own("node:22-alpine", install, echo("\\n"), start))).toEqual(["refused invalidToml"]);
  });
});

test("a release downloaded from GitHub has the version in its address", () => {
  const download = (path: string): string =>
    `- run: |\n    curl -fsSL https://github.com/openai/codex/releases/${path}/codex.tar.gz | tar xz\n    sudo mv codex /usr/local/bin`;
  expect(outcomes(job([], download("download/rust-v0.110.0"), start))).toEqual([]);
  expect(outcomes(job([], download("download/rust-v0.121.0"), start))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], download("latest/download"), start))).toEqual(["direct noProvider"]);
});

test("the keys of an associative array are several words in an order that is not known", () => {
  const lines = [
    "mkdir -p ~/.codex",
    "declare -A keys=([name]=p [base_url]=http://172.30.0.30:10000)",
    "{ echo 'model_provider = \"p\"'; echo '[model_providers.p]'",
    'for key in "${!keys[@]}"; do echo "$key = \\"${keys[$key]}\\""; done; } > ~/.codex/config.toml',
  ];
  const run = `- run: |\n${lines.map((line) => `    ${line}`).join("\n")}`;
  expect(outcomes(job([], install, run, start))).toEqual(["undetermined undeterminedFile"]);
});

test("a self-hosted machine may have a configuration of an earlier job", () => {
  const home = ["env:", "  CODEX_HOME: /tmp/codex"];
  const undetermined = ["undetermined undeterminedFile"];
  for (const text of [
    job([], install, start),
    job(home, install, start),
    job(home, install, "- run: mkdir -p /tmp/codex", start),
  ]) {
    for (const label of ["self-hosted", "[self-hosted, linux, x64]", "our-runners"])
      expect(outcomes(text.replace("ubuntu-latest", label))).toEqual(undetermined);
  }
  const written = job(home, install, writes('model = "m"').replaceAll("~/.codex", "/tmp/codex"), start);
  expect(outcomes(written.replace("ubuntu-latest", "self-hosted"))).toEqual(["direct noProvider"]);
  const own = "- run: rm -rf ~/.codex";
  expect(outcomes(job([], install, own, start).replace("ubuntu-latest", "self-hosted"))).toEqual([
    "direct noProvider",
  ]);
});

describe("a program that starts another one", () => {
  const awf = "sudo -E awf --enable-api-proxy --env-all -- codex exec hi";
  const direct = ["direct noProvider"];
  const run = (...lines: readonly string[]): string =>
    `- run: |\n${lines.map((line) => `    ${line}`).join("\n")}`;

  test.each([
    [`flock /tmp/lock ${awf}`],
    [`flock -w 10 -x /tmp/lock ${awf}`],
    [`flock -n /tmp/lock -c '${awf}'`],
    [`exec 9> /tmp/lock; flock 9; ${awf}`],
    [`taskset -c 0 ${awf}`],
    [`printf '%s\\n' one two > list; xargs -a list -I{} -P2 ${awf}`],
    [`gh issue list | xargs -I{} ${awf.replace("hi", "'look at {}'")}`],
  ])("%s", (line) => {
    expect(outcomes(job([], install, run(line)))).toEqual(direct);
  });

  test("that is unknown may have written a configuration", () => {
    const checkout = "- uses: actions/checkout@v4";
    expect(outcomes(job([], install, checkout, run(`./with-retries ${awf}`)))).toEqual([
      "undetermined undeterminedFile",
    ]);
    expect(outcomes(job([], install, run(`parallel ${awf} ::: one two`)))).toEqual([
      "undetermined undeterminedFile",
    ]);
  });
});

describe("an installer from the network", () => {
  const raw = "https://raw.githubusercontent.com";
  const firewall = `${raw}/github/gh-aw-firewall/main/install.sh`;
  const awf = "- run: sudo -E awf --env-all -- codex exec hi";

  test.each([
    [`curl -sSL ${firewall} | sudo bash`],
    [`curl -sSL -o /tmp/install.sh ${firewall}; sudo bash /tmp/install.sh`],
    [`bash <(curl -sSL ${firewall})`],
    [`sh -c "$(curl -fsSL https://sh.rustup.rs)"`],
    [`wget -qO- ${raw}/nvm-sh/nvm/v0.40.1/install.sh | bash`],
    [`curl -LsSf https://astral.sh/uv/install.sh | sh`],
    [`curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash -`],
  ])("does not write Codex's configuration: %s", (line) => {
    expect(outcomes(job([], `- run: |\n    ${line}`, install, start))).toEqual(["direct noProvider"]);
  });

  test("may write anything if it is unknown", () => {
    for (const line of [
      "curl -fsSL https://example.com/install.sh | bash",
      `curl -fsSL ${firewall} https://example.com/install.sh | bash`,
      `curl -fsSL ${raw}/somebody/gh-aw-firewall/main/install.sh | bash`,
    ])
      expect(outcomes(job([], `- run: ${line}`, install, start))).toEqual(["undetermined undeterminedValue"]);
  });

  test("gets AWF's version from a variable or an argument", () => {
    for (const shell of ["sudo AWF_VERSION=v0.25.0 bash", "sudo bash -s -- v0.25.0"])
      expect(outcomes(job([], `- run: curl -sSL ${firewall} | ${shell}`, install, awf))).toEqual([]);
    expect(
      outcomes(job([], `- run: curl -sSL ${firewall} | sudo AWF_VERSION=v0.28.0 bash`, install, awf)),
    ).toEqual(["direct noProvider"]);
    expect(outcomes(job([], `- run: curl -sSL ${firewall} | sudo bash`, install, awf))).toEqual([
      "undetermined undeterminedProxy",
    ]);
  });
});

describe("an output of another job", () => {
  const outputs = (...writes: readonly string[]): string =>
    [
      "prepare:",
      "  runs-on: ubuntu-latest",
      "  outputs: { version: '${{ steps.v.outputs.version }}' }",
      "  steps:",
    ]
      .concat(writes.map((write) => `    - id: v\n        run: ${write}`))
      .map((line) => `  ${line}\n`)
      .join("");
  const agent = (needs: string): string =>
    job([needs], "- run: npm i -g @openai/codex@${{ needs.prepare.outputs.version }}", start);
  const name = (version: string): string => `echo "version=${version}" >> "$GITHUB_OUTPUT"`;

  test("is known if its steps show it", () => {
    expect(outcomes(agent("needs: prepare") + outputs(name("0.110.0")))).toEqual([]);
    expect(outcomes(agent("needs: [prepare]") + outputs(name("0.121.0")))).toEqual(["direct noProvider"]);
  });

  test("is not known if they do not, or if the job is not needed", () => {
    const undetermined = ["undetermined undeterminedVersion"];
    expect(outcomes(agent("needs: prepare") + outputs(name("$(./version)")))).toEqual(undetermined);
    expect(outcomes(agent("needs: other") + outputs(name("0.110.0")))).toEqual(undetermined);
    const either = `if [ "$GITHUB_REF" = x ]; then ${name("0.110.0")}; else ${name("0.111.0")}; fi`;
    expect(outcomes(agent("needs: prepare") + outputs(either))).toEqual(undetermined);
    const matrix = outputs(name("0.110.0")).replace(
      "  steps:",
      "  strategy: { matrix: { a: [1, 2] } }\n    steps:",
    );
    expect(outcomes(agent("needs: prepare") + matrix)).toEqual(undetermined);
    expect(outcomes(agent("needs: prepare"))).toEqual(undetermined);
  });

  test("is not computed in circles", () => {
    const circle = outputs(name("${{ needs.agent.outputs.x }}")).replace(
      "  steps:",
      "  needs: agent\n    steps:",
    );
    expect(outcomes(agent("needs: prepare") + circle)).toEqual(["undetermined undeterminedVersion"]);
  });
});

describe("getopts", () => {
  const setup = (options: string, words: string): string => `- run: |
    version=latest; url=
    configure() {
      local OPTIND opt
      while getopts "${options}" opt; do
        case "$opt" in
          v) version=$OPTARG ;;
          u) url=$OPTARG ;;
          q) ;;
          *) return 2 ;;
        esac
      done
      shift $((OPTIND - 1))
      npm i -g "@openai/codex@$version"
      mkdir -p ~/.codex
      printf 'model_provider = "p"\\n[model_providers.p]\\nname = "%s"\\nbase_url = "%s"\\n' "$1" "$url" > ~/.codex/config.toml
    }
    configure ${words}`;

  test.each([
    ["-v 0.121.0 -u http://172.30.0.30:10000 name", []],
    ["-qv0.121.0 -uhttp://172.30.0.30:10000 -- name", []],
    ["-v 0.121.0 -q -u https://api.openai.com/v1 name", ["direct baseUrlDirect"]],
    ["-v 0.110.0 -u https://api.openai.com/v1 name", []],
    ["-v 0.121.0 -u http://172.30.0.30:10000 -x name", []],
  ])("%s", (words, expected) => {
    expect(outcomes(job([], setup("v:u:q", words), start))).toEqual(expected);
  });

  test("with words that are not known is not followed", () => {
    const words = '"$(./options)" -u https://api.openai.com/v1 name';
    expect(outcomes(job([], "- uses: actions/checkout@v4", setup("v:u:q", words), start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });
});

describe("a program that may write a configuration makes it unknown:", () => {
  const run = (...lines: readonly string[]): string =>
    `- run: |\n${lines.map((line) => `    ${line}`).join("\n")}`;

  test.each([
    ["npx --yes @acme/codex-setup", "undetermined undeterminedValue"],
    [`yq -i -p toml -o toml '.model_provider = "p"' ~/.codex/config.toml`, "undetermined undeterminedFile"],
    [`awk 'BEGIN { print "x" > ENVIRON["HOME"] "/.codex/config.toml" }'`, "undetermined undeterminedValue"],
    [`sed -n "w $HOME/.codex/config.toml" /tmp/text`, "undetermined undeterminedFile"],
    ["xxd -r -p /tmp/hex ~/.codex/config.toml", "undetermined undeterminedFile"],
    ["iconv -f latin1 -t utf8 -o ~/.codex/config.toml /tmp/text", "undetermined undeterminedFile"],
  ])("%s", (line, expected) => {
    const written = writes('model = "m"');
    expect(outcomes(job([], install, written, run("echo x > /tmp/text", line), start))).toEqual([expected]);
  });

  test.each([
    ["npx playwright install --with-deps"],
    ["npx @openai/codex@0.121.0 --version"],
    ["npx prettier@3.1.0 --check ."],
    ["yq '.version' package.yml"],
    ["awk '$1 > 5 { print $2 }' table"],
    ["sed -n 's/^w/x/p' table"],
  ])("not %s", (line) => {
    expect(outcomes(job([], install, run(`${line} || true`), start))).toEqual(["direct noProvider"]);
  });
});

test("a variable may stand for another one", () => {
  const text =
    'model_provider=\\"p\\"\\n[model_providers.p]\\nname=\\"p\\"\\nbase_url=\\"http://172.30.0.30:10000\\"';
  const emits = (assigns: string): string => `- run: |
    emit() { local -n out=$1; ${assigns}; }
    emit config
    mkdir -p ~/.codex
    printf "\${config[*]}" > ~/.codex/config.toml`;
  expect(outcomes(job([], install, emits(`out="${text}"`), start))).toEqual([]);
  expect(outcomes(job([], install, emits(`out=("${text}")`), start))).toEqual([]);
  expect(outcomes(job([], install, emits(`out[0]="${text}"`), start))).toEqual([]);
  expect(outcomes(job([], install, emits(`out=none; echo "$out"`), start))).toEqual(["refused invalidToml"]);
});

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

test("a script that Bash reads when it starts may set any variable", () => {
  const lines = (run: string, more: string): string =>
    `- shell: ${run}\n  run: sudo -E awf --enable-api-proxy${more}`;
  const awf = " --env-all -- codex exec hi";
  const profile = "- run: echo 'export CODEX_HOME=/tmp/c' >> ~/.profile";
  const isUndetermined = (text: string): boolean =>
    outcomes(text).every((name) => name.startsWith("undetermined"));
  expect(isUndetermined(job([], install, profile, lines("bash -l {0}", awf)))).toBe(true);
  expect(
    isUndetermined(job([], install, profile, lines("bash", " --env-all -- bash -lc 'codex exec hi'"))),
  ).toBe(true);
  expect(outcomes(job([], install, profile, lines("bash", awf)))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], install, lines("bash -l {0}", awf)))).toEqual(["direct noProvider"]);
  const named = ["env:", "  BASH_ENV: /tmp/start.sh"];
  expect(isUndetermined(job(named, install, lines("bash", awf)))).toBe(true);
});

describe("a script that a tool gives to be sourced writes no configuration:", () => {
  test.each([
    ['export NVM_DIR="$HOME/.nvm"; . "$NVM_DIR/nvm.sh"; nvm install 22'],
    ["python -m venv .venv; source .venv/bin/activate; pip install -r requirements.txt"],
    ['. "$HOME/.cargo/env"'],
    ['eval "$(ssh-agent -s)"; ssh-add - <<< "$KEY"'],
    ['eval "$(brew shellenv)"'],
    ['eval "$(/home/linuxbrew/.linuxbrew/bin/brew shellenv)"'],
  ])("%s", (line) => {
    const run = `- run: |\n    ${line}`;
    expect(outcomes(job([], "- uses: actions/checkout@v4", run, install, start))).toEqual([
      "direct noProvider",
    ]);
  });

  test("a script of the repository that is sourced, or whose output is evaluated, may write one", () => {
    for (const line of [". ./scripts/env.sh", 'eval "$(./configure)"'])
      expect(
        outcomes(job([], "- uses: actions/checkout@v4", `- run: |\n    ${line}`, install, start)),
      ).toEqual(["undetermined undeterminedValue"]);
  });
});

test("the system is Linux", () => {
  const written = writes(provider("http://172.30.0.30:10000")).replace("- run: |\n", "");
  const run = `- run: |\n    if [ "$(uname -s)" = Linux ]; then\n${written}\n    fi`;
  expect(outcomes(job([], install, run, start))).toEqual([]);
  expect(outcomes(job([], install, run.replace("Linux", "Darwin"), start))).toEqual(["direct noProvider"]);
});

describe("what `package.json` names", () => {
  const starts = (command: string): string =>
    `- run: sudo -E awf --enable-api-proxy --env-all -- ${command} exec hi`;
  const unknown = ["undetermined undeterminedVersion"];

  test("may be any Codex, which `npx codex` prefers", () => {
    const manager: readonly (readonly [installs: string, starts: string])[] = [
      ["npm ci", "npx codex"],
      ["npm ci", "npx -y @openai/codex"],
      ["npm install --no-audit", "npm exec -- codex"],
      ["yarn", "yarn codex"],
      ["yarn install --frozen-lockfile", "yarn codex"],
      ["pnpm install", "pnpm exec codex"],
      ["bun install", "bunx codex"],
      ["npm install tool", "./node_modules/.bin/codex"],
    ];
    for (const [installs, codex] of manager)
      expect(outcomes(job([], install, `- run: ${installs}`, starts(codex)))).toEqual(unknown);
  });

  test("may be what is on the search path, if nothing else installs Codex", () => {
    const path = `- run: echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"`;
    expect(outcomes(job([], "- run: npm ci", path, start))).toEqual(unknown);
    expect(outcomes(job([], "- run: npm ci", install, start))).toEqual(["direct noProvider"]);
  });

  test("is not what is installed by name", () => {
    const named = "- run: npm install --no-save @openai/codex@0.121.0";
    expect(outcomes(job([], "- run: npm ci", named, starts("npx codex")))).toEqual(["direct noProvider"]);
    expect(outcomes(job([], "- run: npm ci", starts("pnpm dlx @openai/codex")))).toEqual([
      "direct noProvider",
    ]);
    const other = "- run: npm i -g pnpm; yarn --version";
    expect(outcomes(job([], other, install, starts("npx codex")))).toEqual(["direct noProvider"]);
  });
});

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

  test("into another one is", () => {
    expect(outcomes(changes("cat config.toml | sed s/old/new/ > new; mv new config.toml"))).toEqual([]);
    expect(outcomes(changes("echo '# more' | tee -a config.toml"))).toEqual([]);
    expect(outcomes(changes("set -u; echo x | cat > $UNSET || true"))).toEqual([]);
  });
});

test("AWF fails if its command is known to fail", () => {
  const ends = (command: string): string => `- run: sudo -E awf --enable-api-proxy -- ${command}`;
  expect(outcomes(job([], install, ends("bash -c 'exit 3'"), start))).toEqual([]);
  expect(outcomes(job([], install, ends("bash -c 'exit 0'"), start))).toEqual(["direct noProvider"]);
});

describe("two steps that write the configuration under conditions", () => {
  const good = provider("http://172.30.0.30:10000");
  const two = (first: string, second: string, ...before: readonly string[]): readonly string[] =>
    outcomes(
      job(
        [],
        install,
        ...before,
        ...[first, second].map((text) => `${writes(good)}\n  if: ${text}`),
        start,
      ).replace("on: workflow_dispatch", "on: [push, workflow_dispatch]"),
    );

  test.each([
    ["github.event_name == 'push'", "github.event_name != 'push'"],
    ["${{ github.event_name == 'Push' }}", "${{ 'workflow_dispatch' == github.event_name }}"],
    ["vars.MODE == 'a'", "${{ !(vars.MODE == 'a') }}"],
    ["vars.MODE", "${{ !vars.MODE }}"],
    ["startsWith(github.ref, 'refs/tags/')", "${{ !startsWith(github.ref, 'refs/tags/') }}"],
  ])("write it in any case: %s, %s", (first, second) => {
    expect(two(first, second)).toEqual([]);
  });

  test.each([
    ["vars.MODE == 'a'", "vars.MODE == 'b'"],
    ["vars.MODE == '1'", "vars.MODE != '1.0'"],
    ["github.event_name == 'push'", "github.ref != 'push'"],
  ])("may both be skipped: %s, %s", (first, second) => {
    expect(two(first, second)).toEqual(["undetermined undeterminedCondition"]);
  });

  test("may both be skipped if a variable changes in between", () => {
    const set = '- run: echo "MODE=$(curl https://example.com/$RANDOM)" >> "$GITHUB_ENV"';
    const text = job(
      [],
      install,
      set,
      `${writes(good)}\n  if: env.MODE == 'a'`,
      set,
      `${writes(good)}\n  if: env.MODE != 'a'`,
      start,
    );
    expect(outcomes(text)).toEqual(["undetermined undeterminedCondition"]);
  });
});

test.each([
  './settings.sh >> "$GITHUB_ENV"',
  'LINES=$({ echo "HOST<<END"; echo b; echo END; } >> "$GITHUB_ENV")',
])("what may set any variable may replace those of earlier steps: %s", (command) => {
  const checkout = "- uses: actions/checkout@v4";
  const set = '- run: echo "WEBSOCKETS=true" >> "$GITHUB_ENV"';
  const settings = `${provider("http://172.30.0.30:10000")}supports_websockets = $WEBSOCKETS\n`;
  const config = writes(settings).replaceAll("~", "/home/runner");
  const pinned = `${start}\n  env: { CODEX_HOME: /home/runner/.codex }`;
  const [certain, unknown] = [[], [`- run: ${command}`]].map((between) =>
    outcomes(job([], checkout, install, set, ...between, config, pinned)),
  );
  expect(certain).toEqual(["websocket supportsWebsockets"]);
  expect(unknown).toEqual([]);
});

test("AWF drops a key of its own `--env`, so without another key no fix leads to the proxy", () => {
  const text = job(
    [],
    install,
    "- run: sudo awf --enable-api-proxy --env-all --env OPENAI_API_KEY=dummy -- codex exec hi",
  );
  const [finding, ...others] = diagnose(text, { outcomes: all });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: "noProvider", fix: undefined });
  expect(finding?.data.remedy).toMatch(/start AWF with `sudo -E`\.$/);
});

test("a workflow that gh-aw did not compile cannot be recompiled", () => {
  const remedies = (text: string): readonly (string | undefined)[] =>
    lint(text).map(({ data }) => data.remedy);
  const bad = writes('[history]\npersistence = "none"\nmodel_provider = "p"\n');
  const texts = [
    job([], install, start),
    job([], install, bad, start),
    job([], "- run: npm install -g @openai/codex", start),
  ];
  for (const text of texts) {
    expect(remedies(text)).not.toEqual([]);
    for (const remedy of remedies(text)) expect(remedy).not.toMatch(/recompile|source/);
    const compiled = remedies(`# This file was automatically generated by gh-aw. DO NOT EDIT.\n${text}`);
    expect(compiled.some((remedy) => /recompile|source/.test(remedy ?? ""))).toBe(true);
  }
});

describe("what `sed` writes is known:", () => {
  const good = provider("http://172.30.0.30:10000");
  const table = good.slice(good.indexOf("["));

  test.each([
    ["uncomments a key", `# ${good}`, "sed -i -E 's/^#[[:space:]]*(model_provider)/\\1/'"],
    ["inserts a line", table, `sed -i '1i model_provider = "p"\\n'`],
    ["inserts lines", table, `sed -i -e '1i\\' -e 'model_provider = "p"'`],
    [
      "inserts before a table",
      `model = "m"\n${table}`,
      `sed -i '/^\\[model_providers/i model_provider = "p"'`,
    ],
    ["has two commands", good.replaceAll("p", "@P@"), `sed -i 's/x/y/; s/@P@/p/g'`],
    ["deletes comments", `# a\n${good}`, `sed -i.bak -e '/^[[:blank:]]*#/d' -e 's/ *#.*$//'`],
    ["has a block", good.replace("10000", "80"), `sed -i '/^base_url/{s/:80/:10000/;s/https/http/;}'`],
  ])("%s", (_, config, run) => {
    expect(
      outcomes(
        job([], install, writes(config), `- run: ${JSON.stringify(`${run} ~/.codex/config.toml`)}`, start),
      ),
    ).toEqual([]);
  });
});

test("what `jq` prints is known", () => {
  const runs = (...lines: readonly string[]): readonly string[] =>
    outcomes(
      job([], "- run: |\n    mkdir -p ~/.codex\n" + lines.map((line) => `    ${line}\n`).join(""), start),
    );
  const version = (number: string): readonly string[] =>
    runs(
      `echo '{"codex":{"version":"${number}"}}' > /tmp/tools.json`,
      'npm install -g "@openai/codex@$(jq -r .codex.version /tmp/tools.json)"',
    );
  expect(version("0.121.0")).toEqual(["direct noProvider"]);
  expect(version("0.115.0")).toEqual([]);
  const config = "model_provider = \\($id | @json)\\n[model_providers.\\($id)]\\nname = \\($id | @json)\\n";
  const url = 'base_url = \\"\\(env.URL)\\"';
  const print = `jq -nr --arg id p '"${config}${url}"' > ~/.codex/config.toml`;
  const npm = "npm install -g @openai/codex@0.121.0";
  expect(runs(npm, "export URL=http://172.30.0.30:10000", print)).toEqual([]);
  expect(runs(npm, "export URL=https://api.openai.com/v1", print)).toEqual(["direct baseUrlDirect"]);
  expect(runs(npm, print)).toEqual(["undetermined undeterminedFile"]);
});

describe("other package managers than npm", () => {
  test.each([
    ["mise use -g node@22 npm:@openai/codex@0.115.0", []],
    ["mise use -g npm:@openai/codex@0.121.0", ["direct noProvider"]],
    ["mise install npm:@openai/codex", ["direct noProvider"]],
    ["volta install @openai/codex@0.115.0", []],
    ["brew install codex", ["direct noProvider"]],
    ["brew install codex@0.115", ["undetermined undeterminedVersion"]],
    ["pipx install codex-cli==0.115.0", ["undetermined undeterminedVersion"]],
  ])("install a version: %s", (line, expected) => {
    expect(outcomes(job([], `- run: ${line}`, start))).toEqual(expected);
  });

  test.each([
    ["npm --prefix ~/tools install typescript"],
    ["npm outdated -g || true"],
    ["npm audit"],
    ["yarn global add typescript && yarn global bin"],
    ["bun pm ls -g"],
    ["pnpm --global list"],
    ["sudo n 22"],
    ["mise reshim"],
  ])("only manage packages: %s", (line) => {
    expect(outcomes(job([], install, `- run: ${line}`, start))).toEqual(["direct noProvider"]);
  });

  test.each([
    ["npm run setup"],
    ["yarn docs"],
    ["pnpm sync"],
    ["bun setup"],
    ["n exec 22 ./setup"],
    ["npm exec setup"],
  ])("may run any program: %s", (line) => {
    expect(outcomes(job([], install, `- run: ${line}`, start))).toEqual(["undetermined undeterminedValue"]);
  });

  test("install in several places, of which the program's name tells the one", () => {
    const at = (places: string, program: string): readonly string[] =>
      outcomes(job([], `- run: ${places}`, start.replace("-- codex", `-- ${program}`)));
    const old = (options: string): string => `npm install ${options} @openai/codex@0.115.0`;
    const affected = (options: string): string => `npm install ${options} @openai/codex@0.121.0`;
    expect(at(`${old("-g")}; ${affected("")}`, "codex")).toEqual([]);
    expect(at(`${old("-g")}; ${affected("")}`, "npx codex")).toEqual(["direct noProvider"]);
    expect(at(`${old("")}; ${affected("-g")}`, "codex")).toEqual(["direct noProvider"]);
    expect(at(`${old("")}; ${affected("-g")}`, "npx codex")).toEqual([]);
    expect(at(`${old("-g")}; ${affected("--prefix /tmp/x")}`, "codex")).toEqual([]);
    expect(at(`${old("-g")}; ${affected("--prefix /tmp/x")}`, "/tmp/x/node_modules/.bin/codex")).toEqual([
      "undetermined undeterminedVersion",
    ]);
  });

  test("install the version that a `package.json` of the job names", () => {
    const manifest = (range: string): string =>
      `- run: echo '{"dependencies":{"@openai/codex":"${range}"}}' > package.json`;
    const npx = start.replace("-- codex", "-- npx codex");
    expect(outcomes(job([], manifest("0.121.0"), "- run: npm install --no-audit", npx))).toEqual([
      "direct noProvider",
    ]);
    expect(outcomes(job([], manifest("~0.115.0"), "- run: npm install", npx))).toEqual([]);
    const undetermined = ["undetermined undeterminedVersion"];
    expect(outcomes(job([], manifest("0.115.0"), "- run: touch yarn.lock && npm i", npx))).toEqual(
      undetermined,
    );
    expect(outcomes(job([], manifest("0.115.0"), "- run: npm i --prefix other", npx))).toEqual(undetermined);
  });

  test("`npm init` writes only `package.json`", () => {
    const init = "- run: npm init -y > /dev/null";
    expect(outcomes(job([], init, install, start))).toEqual(["direct noProvider"]);
    expect(outcomes(job([], "- run: npm init @acme/setup", install, start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });
});

test("an archive in `$RUNNER_TEMP` does not contain GitHub's command files", () => {
  const unpack = 'tar xzf "$RUNNER_TEMP/codex.tgz" -C "$RUNNER_TEMP"';
  expect(outcomes(job([], install, `- run: ${unpack}`, start))).toEqual(["direct noProvider"]);
  const named = `- run: tar xzf "$RUNNER_TEMP/codex.tgz" --to-command='cat >> "$GITHUB_ENV"'`;
  expect(outcomes(job([], install, named, start))).toEqual(["undetermined undeterminedValue"]);
});

test("the runner's `.bashrc` does nothing in a script, whatever is appended", () => {
  const written = writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/c");
  const append = "- run: echo 'export CODEX_HOME=/tmp/c' >> ~/.bashrc";
  const sourced = (file: string): string => start.replace("run: ", `run: |\n    source ${file}\n    `);
  expect(outcomes(job([], install, sourced("~/.bashrc")))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], install, written, append, sourced("~/.bashrc")))).toEqual(["direct noProvider"]);
  const over = append.replace(">>", ">");
  expect(outcomes(job([], install, written, over, sourced("~/.bashrc")))).toEqual([]);
  expect(outcomes(job([], install, sourced("~/.profile")))).toEqual(["undetermined undeterminedFile"]);
});

describe("a configuration that is copied is known:", () => {
  const copied = (line: string): readonly string[] => {
    const config = writes(provider("http://172.30.0.30:10000")).replaceAll("~/.codex", "/tmp/c");
    return outcomes(job([], install, config, `- run: ${line}`, start));
  };

  test.each([
    ["rsync -a /tmp/c/ ~/.codex/"],
    ["rsync -av /tmp/c/ ~/.codex"],
    ["mkdir ~/.codex && rsync -a /tmp/c/config.toml ~/.codex/"],
    ["mkdir ~/.codex && rsync /tmp/c/config.toml ~/.codex/config.toml"],
    ["mkdir ~/.codex && dd if=/tmp/c/config.toml of=$HOME/.codex/config.toml status=none"],
  ])("%s", (line) => {
    expect(copied(line)).toEqual([]);
  });

  test.each([
    ["rsync -a --delete /tmp/c/ ~/.codex/"],
    ["rsync -a host:/tmp/c/ ~/.codex/"],
    ["mkdir ~/.codex && dd if=/tmp/c/config.toml of=$HOME/.codex/config.toml bs=1 count=9"],
  ])("but not %s", (line) => {
    expect(copied(line)).toEqual(["undetermined undeterminedFile"]);
  });
});
